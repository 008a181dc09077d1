import { OwnHandGuard } from '../../shared/browser/screen/control/own-hand-guard.tsx';
import type { ConsoleWindow } from './window/create-console-window.ts';

/** Who controls this computer in any of the sessions presses nothing in the window that has them. */
export const HeldGuards = ({ window }: { window: ConsoleWindow }) => (
  <>
    {window.held.value.map(({ id, session }) => (
      <OwnHandGuard key={id} control={session.screens.control} />
    ))}
  </>
);
