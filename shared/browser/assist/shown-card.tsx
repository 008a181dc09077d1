import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { t } from '../ui/i18n.ts';
import type { AssistSession } from './assist-session.ts';
import { ChosenCard } from './chosen-card.tsx';
import type { Shown } from './shown.ts';
import { TheirView } from './their-view.tsx';

/** What is shown, to whom, and Stop. */
export function ShownCard({
  session,
  shown,
  stopKey,
  player,
}: {
  session: AssistSession;
  shown: Shown;
  stopKey: string | null;
  /** Of the player page. */
  player: string;
}) {
  const id = useId();
  const isLooking = useSignal(false);
  const ownView = session.ownView.value;
  const page = session.page.value;
  const controlled = session.controlled.value;
  const asked = session.asked.value;
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
      {asked && (
        <div class="asked" role="alert">
          <strong>{t('assist.asked', { host: shown.hostName })}</strong>
          <span>{t('assist.askedText')}</span>
          <button type="button" onClick={() => asked.unmark()}>
            {t('assist.askedDismiss')}
          </button>
        </div>
      )}
      <div class="row">
        <button type="button" class="danger" onClick={() => session.stop()}>
          {t('assist.stop')}
        </button>
        {shown.control && (
          <button type="button" onClick={() => session.stopControl()}>
            {t('assist.stopControl')}
          </button>
        )}
        <button
          type="button"
          aria-expanded={isLooking.value}
          aria-controls={`${id}-view`}
          onClick={() => (isLooking.value = !isLooking.value)}
        >
          {t('theirView.show')}
        </button>
      </div>
      <div id={`${id}-view`} hidden={!isLooking.value}>
        {isLooking.value && ownView && <TheirView ownView={ownView} player={player} hostName={shown.hostName} />}
      </div>
      {session.decided.value && <ChosenCard page={session.decided.value} hostName={shown.hostName} />}
      {stopKey && <p class="hint">{t('assist.stopKey', { key: stopKey })}</p>}
    </section>
  );
}
