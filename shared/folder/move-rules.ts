import { type FilePolicy, fileRefusal } from '../protocol/file-policy.ts';
import { isProgram } from '../session/dangerous-file.ts';
import { fileEnding } from '../session/file-name.ts';

/** What the site's rules for files say of those in a folder: the same as of files that are published. */
export interface MoveRules {
  /** `from`: whose computer it leaves. */
  mayMove(file: { name: string; size: number }, from: 'owner' | 'host'): boolean;
  /** Another ending would bring in a file of another type. */
  mayRename(from: string, to: string): boolean;
  /** By its first bytes, whatever its name says. */
  mayHold(head: Uint8Array): boolean;
}

export const moveRules = (policy: FilePolicy): MoveRules => ({
  mayMove: (file, from) => fileRefusal(policy, from === 'owner' ? 'customer' : 'lead', file) === null,
  mayRename: (from, to) =>
    fileEnding(from) === fileEnding(to) || fileRefusal(policy, 'lead', { name: to, size: 0 }) === null,
  mayHold: (head) => policy.dangerous !== 'refuse' || !isProgram(head),
});

/** Where somebody else has looked already. */
export const noRules: MoveRules = { mayMove: () => true, mayRename: () => true, mayHold: () => true };
