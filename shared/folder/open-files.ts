import { folderLimits } from '../protocol/folder-limits.ts';
import type { Path } from '../protocol/folder.ts';
import { headWith } from '../session/dangerous-file.ts';
import { done, fails, type Outcome, type Reading, type Writing } from './folder-root.ts';
import type { Hashing } from './hashing.ts';

export type OpenFile = { path: Path; hashing: Hashing; head: Uint8Array<ArrayBuffer>; at: number; size: number } & (
  | { how: 'read'; file: Reading }
  | { how: 'write'; file: Writing; replaces: boolean }
);

interface Deps {
  /** By its first bytes. */
  mayHold(head: Uint8Array): boolean;
  /** One is let go before its end, or with a wrong one. */
  onLeft(file: OpenFile): void;
}

/** Files that are open for the other side, by number; what is asked of one is done in its order. */
export function createOpenFiles({ mayHold, onLeft }: Deps) {
  const open = new Map<number, { file: OpenFile; turn: Promise<unknown> }>();
  let next = 1;
  let opening = 0;
  /** Raised when all are let go: what was being opened then is, too. */
  let era = 0;

  function inTurn<T>(number: number, act: (file: OpenFile) => Promise<Outcome<T>>): Promise<Outcome<T>> {
    const kept = open.get(number);
    if (!kept) return Promise.resolve(fails('closed'));
    const acted = kept.turn.then(() => (open.get(number) === kept ? act(kept.file) : fails('closed')));
    kept.turn = acted.catch(() => undefined);
    return acted;
  }

  async function drop(number: number): Promise<Outcome<null>> {
    const kept = open.get(number);
    open.delete(number);
    await kept?.turn;
    kept?.file.hashing.drop?.();
    if (kept) onLeft(kept.file);
    await kept?.file.file.drop();
    return done;
  }

  return {
    /** Opens one more, if there is room for it. */
    async open(act: () => Promise<Outcome<OpenFile>>): Promise<Outcome<{ number: number; file: OpenFile }>> {
      if (open.size + opening >= folderLimits.filesOpen) return fails('too-many');
      opening += 1;
      const begun = era;
      try {
        const opened = await act();
        if (!opened.ok) return opened;
        if (begun !== era) {
          opened.value.hashing.drop?.();
          await opened.value.file.drop();
          return fails('closed');
        }
        const number = next++;
        open.set(number, { file: opened.value, turn: Promise.resolve() });
        return { ok: true, value: { number, file: opened.value } };
      } finally {
        opening -= 1;
      }
    },
    read: (number: number, offset: number, length: number) =>
      inTurn(number, async (one): Promise<Outcome<Uint8Array>> => {
        if (one.how !== 'read' || offset !== one.at) return fails('impossible');
        const part = await one.file.read(offset, length);
        if (!part.ok) return part;
        if (part.value.length < Math.min(length, one.size - offset)) return fails('changed');
        one.head = headWith(one.head, part.value);
        if (!mayHold(one.head)) return fails('against-rules');
        await one.hashing.update(part.value);
        one.at += part.value.length;
        return part;
      }),
    write: (number: number, offset: number, bytes: Uint8Array) =>
      inTurn(number, async (one): Promise<Outcome<null>> => {
        if (one.how !== 'write' || offset !== one.at) return fails('impossible');
        if (offset + bytes.length > one.size) return fails('too-large');
        one.head = headWith(one.head, bytes);
        if (!mayHold(one.head)) return fails('against-rules');
        await one.hashing.update(bytes);
        one.at += bytes.length;
        return one.file.write(bytes);
      }),
    isWriting: (number: number): boolean => open.get(number)?.file.how === 'write',
    /** Closes it, and tells what it was once both have counted the same. */
    finish: (number: number, sha256: string) =>
      inTurn(number, async (one): Promise<Outcome<OpenFile>> => {
        open.delete(number);
        const isWhole = one.at === one.size && (await one.hashing.hex()) === sha256;
        one.hashing.drop?.();
        if (!isWhole) {
          onLeft(one);
          await one.file.drop();
          return fails('wrong-hash');
        }
        const finished = await one.file.finish(sha256);
        if (finished.ok) return { ok: true, value: one };
        onLeft(one);
        return finished;
      }),
    drop,
    async dropAll(): Promise<void> {
      era += 1;
      await Promise.all([...open.keys()].map(drop));
    },
  };
}
