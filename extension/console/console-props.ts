import type { ReadonlySignal } from '@preact/signals';
import type { OwnSessions } from '../../shared/protocol/rest.ts';
import type { HostQuality } from './host-quality.ts';
import type { ConsoleWindow } from './window/create-console-window.ts';
import type { Tray } from './tray/create-tray.ts';
import type { SurfaceWindow } from './tray/surface-window.tsx';

/** All that a console is drawn from, in whichever layout. */
export interface ConsoleProps {
  window: ConsoleWindow;
  /** The host's sessions in other windows. */
  elsewhere: ReadonlySignal<OwnSessions>;
  quality: HostQuality;
  /** The keys that stop all showing; null: none. */
  stopKey: string | null;
  tray: Tray;
  surface: SurfaceWindow;
}

export interface TrayProps extends ConsoleProps {
  /** From a click. */
  keepOnTop: () => void;
}
