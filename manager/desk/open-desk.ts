import type { NoInputReason } from '../../shared/protocol/manager.ts';
import type { System } from '../control/forbidden-keys.ts';
import type { Desk } from './desk.ts';

export type OpenedDesk = { desk: Desk; noInput: null } | { desk: null; noInput: NoInputReason };

const systems: Partial<Record<NodeJS.Platform, System>> = { win32: 'windows', darwin: 'macos' };
export const system: System = systems[process.platform] ?? 'linux';

const without = (noInput: NoInputReason): OpenedDesk => ({ desk: null, noInput });

/** The desktop that this program runs in, or why it can do nothing there. */
export async function openDesk(env: NodeJS.ProcessEnv = process.env): Promise<OpenedDesk> {
  if (system === 'windows') {
    const { openWindowsDesk } = await import('../windows/windows-desk.ts');
    return { desk: openWindowsDesk(), noInput: null };
  }
  if (system === 'macos') {
    const { openMacDesk } = await import('../macos/mac-desk.ts');
    const desk = openMacDesk();
    return desk === null ? without('not-permitted') : { desk, noInput: null };
  }
  // There XWayland is an island: what is typed into it reaches only the programs on it.
  if (env['XDG_SESSION_TYPE'] === 'wayland' || env['WAYLAND_DISPLAY']) return without('wayland');
  if (!env['DISPLAY']) return without('no-display');
  try {
    const { openX11Desk } = await import('../x11/x11-desk.ts');
    return { desk: await openX11Desk(env['DISPLAY']), noInput: null };
  } catch {
    return without('no-display');
  }
}
