import { t } from '../ui/i18n.ts';
import type { OwnShowing } from '../showing/own-showing.ts';
import type { Shown } from './shown.ts';

interface Props {
  showing: OwnShowing;
  shown: Shown;
  /** Where else one can stop. */
  stopHint: string | null;
}

/** What is shown, to whom, and Stop. */
export function ShownCard({ showing, shown, stopHint }: Props) {
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
      </div>
      {stopHint && <p class="hint">{stopHint}</p>}
    </section>
  );
}
