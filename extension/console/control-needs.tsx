import { useEffect, useId, useRef } from 'preact/hooks';
import { t } from '../../shared/browser/ui/i18n.ts';
import type { ScreenSide } from './console-screens.ts';

interface Props {
  side: ScreenSide;
  /** The customer's. */
  name: string;
  /** It is not shown yet, and may be asked for. */
  canView: boolean;
  onView: () => void;
  onClose: () => void;
}

/** What control of a computer needs that is not there, and what can be done without it. */
export function ControlNeeds({ side, name, canView, onView, onClose }: Props) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class="offer-page" aria-labelledby={`${id}-title`} onClose={onClose}>
      <div class="stack">
        <h2 id={`${id}-title`}>{t('control.needsTitle')}</h2>
        <p>{t(`control.needs.${side}`, { name })}</p>
        <p class="hint">{t(`control.pointing.${side}`, { name })}</p>
        <div class="row">
          {canView && (
            <button type="button" class="primary" onClick={onView}>
              {t(`control.view.${side}`)}
            </button>
          )}
          <button type="button" onClick={onClose}>
            {t('common.cancel')}
          </button>
        </div>
      </div>
    </dialog>
  );
}
