import { t } from '../ui/i18n.ts';
import type { AssistSession } from './assist-session.ts';
import type { Shown } from './shown.ts';

/** What is shown, to whom, and Stop. */
export function ShownCard({
  session,
  shown,
  stopKey,
}: {
  session: AssistSession;
  shown: Shown;
  stopKey: string | null;
}) {
  const page = session.page.value;
  const controlled = session.controlled.value;
  return (
    <section class={`card shown ${shown.control ? 'is-controlled' : ''}`} role="status">
      <h2>{t('assist.shown', { host: shown.hostName })}</h2>
      <ul class="shown-list">
        <li>
          <strong>{page?.title ?? t('common.loading')}</strong>
          <span class="hint">{page?.origin}</span>
          <span>
            {shown.hostName} {t(shown.control ? 'assist.controlling' : 'assist.viewing')}
          </span>
          {session.hidden.value && (
            <span class="tag warn" data-hidden={session.hidden.value}>
              {t(`hidden.${session.hidden.value}`)} {t('assist.hiddenGoesOn')}
            </span>
          )}
          {controlled === 'suspended' && <span class="tag warn">{t('assist.suspended')}</span>}
        </li>
      </ul>
      <div class="row">
        <button type="button" class="danger" onClick={() => session.stop()}>
          {t('assist.stop')}
        </button>
        {shown.control && (
          <button type="button" onClick={() => session.stopControl()}>
            {t('assist.stopControl')}
          </button>
        )}
      </div>
      {stopKey && <p class="hint">{t('assist.stopKey', { key: stopKey })}</p>}
    </section>
  );
}
