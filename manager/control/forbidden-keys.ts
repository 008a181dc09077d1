import type { NativeSurface } from '../../shared/protocol/manager.ts';

export type System = 'linux' | 'windows' | 'macos';

interface Chord {
  key: string;
  /** Names of the other keys that are held. */
  with: ReadonlySet<string>;
}

const functionKey = /^F\d{1,2}$/;

/** Keys of the whole desktop and the system, which a grant of one window does not give. */
const outside = new Set(['PrintScreen', 'ScrollLock', 'NumLock', 'CapsLock', 'LaunchApplication1', 'Power', 'Sleep']);

/** Whether a key that goes down would lead out of the granted window, or take the person away from the desktop. */
export function isForbidden({ key, with: held }: Chord, kind: NativeSurface['kind'], system: System): boolean {
  const ctrl = held.has('Control');
  const alt = held.has('Alt');
  // Another console, or the end of the graphical one: from there nobody comes back by this window.
  if (ctrl && alt && (functionKey.test(key) || key === 'Backspace')) return true;
  if (kind === 'desktop') return false;
  if (outside.has(key)) return true;
  if (system === 'macos') return forbiddenOnMac(key, held);
  if (key === 'Meta' || held.has('Meta')) return true;
  if (key === 'Alt' && ctrl) return true;
  if (key === 'Control' && alt) return true;
  if (alt) return ctrl || ['Tab', 'Escape', ' ', 'F1', 'F2'].includes(key);
  return ctrl && key === 'Escape';
}

/** There Meta is for the program's own commands. */
function forbiddenOnMac(key: string, held: ReadonlySet<string>): boolean {
  if (held.has('Meta'))
    return ['Tab', ' ', 'Escape', '`'].includes(key) || (held.has('Shift') && /^[3-6q]$/i.test(key));
  return held.has('Control') && (key.startsWith('Arrow') || functionKey.test(key));
}
