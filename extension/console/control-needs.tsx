import { useEffect, useId, useRef } from 'preact/hooks';
import { ManagerSteps } from '../../shared/browser/manager/manager-steps.tsx';
import { t } from '../../shared/browser/ui/i18n.ts';
import type { ControlLack } from '../../shared/protocol/screen-control.ts';
import type { ConsoleScreens, ScreenSide } from './console-screens.ts';

interface Props {
  side: ScreenSide;
  screens: ConsoleScreens;
  /** The customer's. */
  name: string;
  /** It is not shown yet, and may be asked for. */
  canView: boolean;
  onView: () => void;
  /** The customer is shown how to get what is missing. */
  onGuide: () => void;
  /** Nothing is missing any more. From a click. */
  onGo: () => void;
  onClose: () => void;
}

/** What can be mended by installing something. */
const mendable: ReadonlySet<ControlLack> = new Set(['not-allowed', 'missing', 'unfit']);

/** What control of a computer needs that is not there, what can be done without it, and how to get it. */
export function ControlNeeds({ side, screens, name, canView, onView, onGuide, onGo, onClose }: Props) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const { theirs, manager } = screens.control;
  const lack = side === 'ours' ? manager.lack.value : (theirs.value?.lack ?? null);
  return (
    <dialog ref={dialog} class="offer-page" aria-labelledby={`${id}-title`} onClose={onClose} data-lack={lack}>
      <div class="stack">
        <h2 id={`${id}-title`}>{t('control.needsTitle')}</h2>
        <p>{t(`control.needs.${side}`, { name })}</p>
        {side === 'theirs' && lack !== null && lack !== undefined && <p>{t(`control.lack.${lack}`, { name })}</p>}
        {side === 'ours' && <ManagerSteps manager={manager} />}
        <p class="hint">{t(`control.pointing.${side}`, { name })}</p>
        <div class="row">
          {lack === null && (
            <button type="button" class="primary" onClick={onGo}>
              {t(side === 'ours' ? 'console.shareControl' : 'console.requestControl')}
            </button>
          )}
          {side === 'theirs' && lack && mendable.has(lack) && (
            <button type="button" class="primary" onClick={onGuide}>
              {t('control.guide', { name })}
            </button>
          )}
          {canView && (
            <button type="button" onClick={onView}>
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
