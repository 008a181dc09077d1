import { done, fails, type Outcome, type Reading } from '../../folder/folder-root.ts';
import { attempt } from './attempt.ts';

/** A file as the browser has it: it fails once something else has changed it. */
export function readBlob(file: File): Reading {
  let isOpen = true;
  const close = (): Outcome<null> => {
    isOpen = false;
    return done;
  };
  return {
    size: file.size,
    modified: file.lastModified,
    read: (offset, length) =>
      attempt(async () => {
        if (!isOpen) return fails('closed');
        return { ok: true, value: new Uint8Array(await file.slice(offset, offset + length).arrayBuffer()) };
      }),
    finish: () => Promise.resolve(close()),
    drop: () => Promise.resolve(void close()),
  };
}
