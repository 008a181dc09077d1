import { t } from '../../../shared/browser/ui/i18n.ts';
import type { HeldSession } from '../window/hold-session.ts';
import { nameOf } from '../window/name-of.ts';
import { rowOf } from '../window/row-of.ts';
import type { SurfaceWindow } from './surface-window.tsx';

interface Props {
  held: HeldSession;
  surface: SurfaceWindow;
}

/** Who is helped and what is going on; and the window of what is shown, should it have been closed. */
export function TrayLine({ held, surface }: Props) {
  const row = rowOf(held.session);
  const name = nameOf(held, row);
  return (
    <p class="tray-line" data-state={row.state}>
      <span class="tray-dot" />
      <strong title={name}>{name}</strong>
      <span class="hint" role="status">
        {t(`multi.state.${row.state}`)}
      </span>
      {surface.isClosed.value && (
        <button type="button" class="quiet" onClick={() => surface.show()}>
          {t('tray.showSurface')}
        </button>
      )}
    </p>
  );
}
