import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { open, unlink } from 'node:fs/promises';
import { fails, done, type Outcome, type Writing } from '../../shared/folder/folder-root.ts';
import { attempt } from './attempt.ts';
import type { HeldFolder } from './held-folder.ts';
import { giveName } from './give-name.ts';

const flags = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | (constants.O_NOFOLLOW ?? 0);
/** For its owner alone, and no program. */
const mode = 0o600;

interface Wish {
  name: string;
  replace: boolean;
  /** Opens the same folder once more, for the end. */
  inSameFolder<T>(act: (folder: HeldFolder) => Promise<Outcome<T>>): Promise<Outcome<T>>;
}

/** A file under a hidden name of its own; it gets the wished one when it is whole. */
export async function writeFile(folder: HeldFolder, { name, replace, inSameFolder }: Wish): Promise<Outcome<Writing>> {
  const part = `.beside-${randomBytes(9).toString('hex')}.part`;
  const handle = await open(folder.child(part), flags, mode);
  const { dev, ino } = await handle.stat();
  let isOpen = true;
  const close = async () => {
    if (isOpen) await handle.close();
    isOpen = false;
  };
  const forget = () => inSameFolder(async (again) => (await unlink(again.child(part)).catch(() => undefined), done));

  return {
    ok: true,
    value: {
      write: (bytes) =>
        attempt(async () => {
          if (!isOpen) return fails('closed');
          await handle.writeFile(bytes);
          return done;
        }),
      async finish() {
        const finished = await attempt(async () => {
          await handle.datasync();
          await close();
          return inSameFolder((again) => giveName(again, { part, name, replace, is: { dev, ino } }));
        });
        if (!finished.ok) await forget();
        return finished;
      },
      async drop() {
        await close();
        await forget();
      },
    },
  };
}
