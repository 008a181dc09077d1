import { useMemo } from 'preact/hooks';
import { ReceiptCard } from '../after/receipt-card.tsx';
import { Survey } from '../after/survey.tsx';
import { t } from '../ui/i18n.ts';
import type { AssistSession } from './assist-session.ts';
import type { AssistView } from './assist-view.ts';
import type { SiteIdentity } from './site-check.tsx';

interface Props {
  session: AssistSession;
  view: Extract<AssistView, { kind: 'ended' }>;
  site: SiteIdentity;
}

/** The session is over: what has been, and how it was. */
export function EndPage({ session, view, site }: Props) {
  const receipt = useMemo(() => session.receipt(), []);
  return (
    <>
      <section class="card" role="status">
        <h1>{t('assist.ended')}</h1>
        {view.byHost && <p>{t('assist.endedByHost', { host: view.hostName })}</p>}
        {site.look.endText !== '' && <p class="site-text">{site.look.endText}</p>}
        <p>{t('assist.endedText')}</p>
      </section>
      {receipt !== null && receipt.endedAt !== null && <Survey api={session.feedback} site={site.name} />}
      {receipt && <ReceiptCard report={receipt} />}
    </>
  );
}
