import type { CameFrom } from '../../shared/session/came-from.ts';
import { durationText, t } from '../../shared/browser/ui/i18n.ts';

/** How the customer came: queue, wait, page and answers. */
export function CameFromFacts({ cameFrom }: { cameFrom: CameFrom }) {
  const { queue, waitedMs, page, answers, openUrl } = cameFrom;
  return (
    <>
      <h3>{t('cameFrom.title')}</h3>
      <dl class="facts">
        <dt>{t('cameFrom.queue')}</dt>
        <dd>{queue}</dd>
        <dt>{t('cameFrom.waited')}</dt>
        <dd>{durationText(waitedMs)}</dd>
        {page && (
          <>
            <dt>{t('cameFrom.page')}</dt>
            <dd>
              {page.title && (
                <>
                  {page.title}
                  <br />
                </>
              )}
              <span class="hint">{page.url}</span>
            </dd>
          </>
        )}
        {answers.map(({ label, answer }) => (
          <>
            <dt>{label}</dt>
            <dd>{answer}</dd>
          </>
        ))}
      </dl>
      {openUrl && (
        <p>
          <a href={openUrl} target="_blank" rel="noreferrer">
            {t('cameFrom.open')}
          </a>
        </p>
      )}
    </>
  );
}
