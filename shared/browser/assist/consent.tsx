import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { t } from '../ui/i18n.ts';
import { useAnswerTime } from './answer-time.ts';
import { PageChooser } from './page-chooser.tsx';
import type { PageChoice, PageList, PageSharing } from './page-sharing.ts';
import type { Question } from './question.ts';
import { SiteCheck, type SiteIdentity } from './site-check.tsx';

interface Props {
  question: Question;
  site: SiteIdentity;
  sharing: PageSharing;
  /** For control the page is the one being shown; for view it is chosen here. */
  fixedPage: PageChoice | null;
  relayNow: () => number;
  onAllow: (pageId: number) => void;
  onDeny: () => void;
}

/** One question about one capability. Nothing has the focus at first, and clicks at once do not count. */
export function Consent({ question, site, sharing, fixedPage, relayNow, onAllow, onDeny }: Props) {
  const id = useId();
  const { armed, left } = useAnswerTime(question, relayNow);
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
  return (
    <section class="card consent" role="alertdialog" aria-labelledby={`${id}-title`} aria-describedby={`${id}-what`}>
      <h2 id={`${id}-title`}>{t(isControl ? 'consent.controlTitle' : 'consent.viewTitle', { host })}</h2>
      <p class="row">
        <strong>{t('consent.who', { host, site: site.name })}</strong> <SiteCheck site={site} />
      </p>
      {fixedPage ? (
        <p>
          {t('consent.page')}: <strong>{fixedPage.title}</strong> <span class="hint">{fixedPage.origin}</span>
        </p>
      ) : (
        <PageChooser sharing={sharing} list={list} chosen={page} />
      )}
      <div id={`${id}-what`} class="stack">
        <p>{t(isControl ? 'consent.controlWhat' : 'consent.viewWhat', { host })}</p>
        <p class="hint">{t('consent.until')}</p>
      </div>
      <div class="row">
        <button type="button" class="primary" disabled={!armed.value || !page.value} onClick={() => void allow()}>
          {t('consent.allow')}
        </button>
        <button type="button" disabled={!armed.value} onClick={onDeny}>
          {t('consent.deny')}
        </button>
        <span class="hint" role="timer">
          {t('consent.left', { count: left.value })}
        </span>
      </div>
    </section>
  );
}
