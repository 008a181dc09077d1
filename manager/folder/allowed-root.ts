import { realpath, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { isAbsolute, parse, sep } from 'node:path';
import type { folderRefusals } from '../../shared/protocol/manager-folder.ts';

type Refusal = (typeof folderRefusals)[number];
type System = 'linux' | 'windows' | 'macos';

/** Where systems and programs live; nothing in there is for a guest. */
const kept: Readonly<Record<System, readonly RegExp[]>> = {
  linux: [
    /^\/(?:bin|boot|dev|etc|lib\d*|libx?32|opt|proc|root|sbin|snap|srv|sys|usr|var)(?:\/|$)/,
    /^\/run(?!\/media\/)/,
  ],
  macos: [
    /^\/(?:bin|dev|etc|opt|private\/etc|private\/var\/db|sbin|System|Library|usr)(?:\/|$)/i,
    /^\/Users\/[^/]+\/Library(?:\/|$)/i,
  ],
  windows: [/^[a-z]:\\(?:windows|program files|program files \(x86\)|programdata|\$)/i, /\\appdata(?:\\|$)/i, /^\\\\/],
};

/** Whether a real path may be opened: no whole drive, no whole home, nothing hidden, nothing of the system. */
export function mayOpen(path: string, home: string, system: System): boolean {
  const slash = system === 'windows' ? '\\' : '/';
  const steps = path.split(slash).filter((step) => step !== '');
  const isWide = system === 'windows' ? steps.length < 2 : steps.length === 0;
  if (isWide || `${home}${slash}`.startsWith(`${path}${slash}`)) return false;
  return !steps.some((step) => step.startsWith('.')) && !kept[system].some((place) => place.test(path));
}

/** The folder that a person means by what they typed. */
export async function allowedRoot(
  typed: string,
  system: System,
): Promise<{ ok: true; path: string } | { ok: false; code: Refusal }> {
  const trimmed = typed.trim();
  const meant = /^~[\\/]/.test(trimmed) ? `${homedir()}${sep}${trimmed.slice(2)}` : trimmed;
  if (!isAbsolute(meant) || parse(meant).root === '' || meant.includes('\0')) return { ok: false, code: 'not-found' };
  try {
    const [path, home] = await Promise.all([realpath(meant), realpath(homedir())]);
    if (!(await stat(path)).isDirectory()) return { ok: false, code: 'not-found' };
    return mayOpen(path, home, system) ? { ok: true, path } : { ok: false, code: 'not-allowed' };
  } catch {
    return { ok: false, code: 'not-found' };
  }
}
