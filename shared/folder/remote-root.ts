import type { FolderAnswer, FolderFailure, FolderQuestion, OpenFolder, Path } from '../protocol/folder.ts';
import { done, fails, type FolderRoot, type Outcome } from './folder-root.ts';

export type Asked = FolderQuestion extends infer Q ? (Q extends { id: number } ? Omit<Q, 'id'> : never) : never;
export interface Answered {
  answer: FolderAnswer;
  /** Of `folder.bytes`. */
  bytes: Uint8Array | null;
}
/** Never throws: what does not come is answered with a failure. */
export type AskFolder = (question: Asked, bytes?: Uint8Array) => Promise<Answered>;

type Answer<T extends FolderAnswer['type']> = Extract<FolderAnswer, { type: T }>;

/** A folder on the other side of a wire, whose owner looks at each question. */
export function createRemoteRoot({ name, canWrite }: OpenFolder, ask: AskFolder): FolderRoot {
  async function asked<T extends FolderAnswer['type'], R>(
    question: Asked,
    type: T,
    read: (answer: Answer<T>) => R,
  ): Promise<Outcome<R>> {
    const { answer } = await ask(question);
    if (answer.type === type) return { ok: true, value: read(answer as Answer<T>) };
    return fails(codeOf(answer));
  }
  const isDone = async (question: Asked, bytes?: Uint8Array): Promise<Outcome<null>> => {
    const { answer } = await ask(question, bytes);
    return answer.type === 'folder.done' ? done : fails(codeOf(answer));
  };
  const ends = (file: number) => ({
    finish: (sha256: string) => isDone({ type: 'folder.finish', file, sha256 }),
    drop: async () => void (await ask({ type: 'folder.drop', file })),
  });

  return {
    name,
    canWrite,
    list: (path, from) =>
      asked({ type: 'folder.list', path, from }, 'folder.listed', ({ entries, next, left }) => ({
        entries,
        next,
        left,
      })),
    stat: (path) => asked({ type: 'folder.stat', path }, 'folder.entry', ({ entry }) => entry),
    search: (path, text) =>
      asked({ type: 'folder.search', path, text }, 'folder.found', ({ found, isWhole }) => ({ found, isWhole })),
    open: (path) =>
      asked({ type: 'folder.open', path }, 'folder.opened', ({ file, size, modified }) => ({
        size,
        modified,
        async read(offset: number, length: number): Promise<Outcome<Uint8Array>> {
          const { answer, bytes } = await ask({ type: 'folder.read', file, offset, length });
          if (answer.type !== 'folder.bytes' || !bytes) return fails(codeOf(answer));
          return bytes.length <= length ? { ok: true, value: bytes } : fails('failed');
        },
        ...ends(file),
      })),
    create: (path: Path, size, replace) =>
      asked({ type: 'folder.create', path, size, replace }, 'folder.opened', ({ file }) => {
        let offset = 0;
        return {
          write(bytes: Uint8Array) {
            const at = offset;
            offset += bytes.length;
            return isDone({ type: 'folder.write', file, offset: at }, bytes);
          },
          ...ends(file),
        };
      }),
    make: (path) => isDone({ type: 'folder.make', path }),
    rename: (path, newName) => isDone({ type: 'folder.rename', path, name: newName }),
    remove: (path) => isDone({ type: 'folder.remove', path }),
    close: () => undefined,
  };
}

const codeOf = (answer: FolderAnswer): FolderFailure => (answer.type === 'folder.failed' ? answer.code : 'failed');
