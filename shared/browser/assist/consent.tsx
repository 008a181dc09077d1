import { useSignal } from '@preact/signals';
import { t } from '../ui/i18n.ts';
import { ConsentCard } from './consent-card.tsx';
import { NamedPage, PageChooser } from './page-chooser.tsx';
import type { PageChoice, PageList, PageSharing } from './page-sharing.ts';
import type { Question } from './question.ts';
import type { SiteIdentity } from './site-check.tsx';

interface Props {
  question: Question;
  site: SiteIdentity;
  sharing: PageSharing;
  /** For control the page is the one being shown; for view it is chosen here. */
  fixedPage: PageChoice | null;
  /** Who sees it already, if somebody does: a second host sees what that one sees. */
  sameAs: string | null;
  /** The one who asks does; then control is all that is asked for. */
  seesIt: boolean;
  relayNow: () => number;
  onAllow: (pageId: number) => void;
  onDeny: () => void;
}

/** One question about one capability of a page. */
export function Consent({ question, site, sharing, fixedPage, sameAs, seesIt, relayNow, onAllow, onDeny }: Props) {
  const page = useSignal<PageChoice | null>(fixedPage);
  const list = useSignal<PageList | null>(null);

  /** The page may go to another site while it is shown: the click that allows it asks for that too. */
  const allow = async () => {
    const chosen = page.value;
    if (!chosen) return;
    if (list.value?.complete === false) await sharing.askAccess();
    onAllow(chosen.id);
  };

  const host = question.hostName;
  const isControl = question.level === 'control';
  const asked = !isControl ? 'view' : seesIt ? 'control' : 'both';
  return (
    <ConsentCard
      {...{ question, site, relayNow, onDeny }}
      title={t(`consent.${asked}Title`, { host })}
      what={t(isControl ? 'consent.controlWhat' : 'consent.viewWhat', { host })}
      hint={asked === 'both' ? `${t('consent.viewWhat')} ${t('consent.until')}` : t('consent.until')}
      choice={
        fixedPage ? (
          <>
            <NamedPage page={fixedPage} />
            {sameAs && <p>{t('consent.sameAs', { host, other: sameAs })}</p>}
          </>
        ) : (
          <PageChooser sharing={sharing} list={list} chosen={page} />
        )
      }
      isReady={page.value !== null}
      onAllow={() => void allow()}
    />
  );
}
