import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { t } from '../ui/i18n.ts';
import type { OwnShowing } from '../showing/own-showing.ts';
import { ChosenCard } from './chosen-card.tsx';
import type { Shown } from './shown.ts';
import { TheirView } from './their-view.tsx';

interface Props {
  showing: OwnShowing;
  shown: Shown;
  /** Where else one can stop. */
  stopHint: string | null;
  /** Of the player page. */
  player: string;
}

/** What is shown, to whom, and Stop. */
export function ShownCard({ showing, shown, stopHint, player }: Props) {
  const id = useId();
  const isLooking = useSignal(false);
  const ownView = showing.ownView.value;
  const page = showing.page.value;
  const controlled = showing.controlled.value;
  const asked = showing.asked.value;
  return (
    <section class={`card shown ${shown.control ? 'is-controlled' : ''}`} role="status">
      <h2>{t('assist.shown', { host: shown.viewerName })}</h2>
      <ul class="shown-list">
        <li>
          <strong>{page?.title ?? t('common.loading')}</strong>
          <span class="hint">{page?.origin}</span>
          <span>
            {shown.viewerName} {t(shown.control ? 'assist.controlling' : 'assist.viewing')}
          </span>
          {showing.hidden.value && (
            <span class="tag warn" data-hidden={showing.hidden.value}>
              {t(`hidden.${showing.hidden.value}`)} {t('assist.hiddenGoesOn')}
            </span>
          )}
          {controlled === 'suspended' && <span class="tag warn">{t('assist.suspended')}</span>}
        </li>
      </ul>
      {asked && (
        <div class="asked" role="alert">
          <strong>{t('assist.asked', { host: shown.viewerName })}</strong>
          <span>{t('assist.askedText')}</span>
          <button type="button" onClick={() => asked.unmark()}>
            {t('assist.askedDismiss')}
          </button>
        </div>
      )}
      <div class="row">
        <button type="button" class="danger" onClick={() => showing.stop()}>
          {t('assist.stop')}
        </button>
        {shown.control && (
          <button type="button" onClick={() => showing.stopControl()}>
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
        {isLooking.value && ownView && <TheirView ownView={ownView} player={player} hostName={shown.viewerName} />}
      </div>
      {showing.decided.value && <ChosenCard page={showing.decided.value} hostName={shown.viewerName} />}
      {stopHint && <p class="hint">{stopHint}</p>}
    </section>
  );
}
