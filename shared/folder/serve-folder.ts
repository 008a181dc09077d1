import { folderLimits } from '../protocol/folder-limits.ts';
import type { FolderAnswer, FolderEntry, FolderQuestion, Path } from '../protocol/folder.ts';
import { createTokenBucket } from '../protocol/token-bucket.ts';
import { type Deed, pathText } from '../session/folder-deed.ts';
import { done, fails, type FolderRoot, type Outcome } from './folder-root.ts';
import type { StartHash } from './hashing.ts';
import type { MoveRules } from './move-rules.ts';
import { createInOrder } from './in-order.ts';
import { createOpenFiles, type OpenFile } from './open-files.ts';
import type { Answered } from './remote-root.ts';

/** What the owner is asked before it is done. */
export interface FolderDoubt {
  kind: 'remove' | 'replace';
  path: Path;
  entry: FolderEntry;
}

interface Deps {
  /** Null: none is open. */
  root(): FolderRoot | null;
  startHash: StartHash;
  /** Whether the owner wants that. */
  confirm(doubt: FolderDoubt): Promise<boolean>;
  note(deed: Deed): void;
  rules(): MoveRules;
  /** ms, monotonic. */
  now(): number;
}

export interface FolderService {
  answer(question: FolderQuestion, bytes: Uint8Array): Promise<Answered>;
  /** All that is open is let go; what is half written is gone. */
  close(): Promise<void>;
}

type Question<T extends FolderQuestion['type']> = Extract<FolderQuestion, { type: T }>;
type Changing = Question<'folder.create' | 'folder.make' | 'folder.rename' | 'folder.remove'>;

/** The owner's side of a folder: each question is for what lies within, and what changes something is noted. */
export function createFolderService({ root: rootNow, startHash, confirm, note, rules, now }: Deps): FolderService {
  const files = createOpenFiles({
    mayHold: (head) => rules().mayHold(head),
    onLeft({ how, path, at }) {
      // Whoever has read bytes has them, whatever comes after.
      if (how === 'read' && at > 0) tell('read-in-part', path, { size: at });
    },
  });
  const bucket = createTokenBucket(folderLimits.requestsPerSecond, folderLimits.requestsAtOnce, now);
  const inOrder = createInOrder(folderLimits.changesWaiting);
  let waiting = 0;

  const tell = (kind: Deed['kind'], path: Path, more: Partial<Deed> = {}): void =>
    note({ kind, path: pathText(path), size: null, sha256: null, to: null, ...more });

  const begun = () => ({ at: 0, head: new Uint8Array(0), hashing: startHash() });

  /** Whether the owner says yes, and it is still what they were asked about. */
  async function agreedTo(root: FolderRoot, doubt: FolderDoubt): Promise<Outcome<null>> {
    const { kind, path, entry } = doubt;
    if (!(await confirm(doubt))) {
      tell(`not-${kind}d`, path);
      return fails('denied');
    }
    // Meanwhile the folder may have been closed.
    if (rootNow() !== root) return fails('no-folder');
    const again = await root.stat(path);
    if (!again.ok) return again;
    const { value } = again;
    const isSame = value.kind === entry.kind && value.size === entry.size && value.modified === entry.modified;
    return isSame ? done : fails('changed');
  }

  async function create(
    root: FolderRoot,
    { path, size, replace }: Question<'folder.create'>,
  ): Promise<Outcome<OpenFile>> {
    const there = await root.stat(path);
    if (!there.ok && there.code !== 'not-found') return there;
    if (there.ok && there.value.kind === 'folder') return fails('wrong-kind');
    if (there.ok && !replace) return fails('exists');
    if (!rules().mayMove({ name: path.at(-1) ?? '', size }, 'host')) return fails('against-rules');
    if (there.ok) {
      const agreed = await agreedTo(root, { kind: 'replace', path, entry: there.value });
      if (!agreed.ok) return agreed;
    }
    const created = await root.create(path, size, there.ok);
    if (!created.ok) return created;
    const common = { path, size, ...begun() };
    return { ok: true, value: { how: 'write', file: created.value, replaces: there.ok, ...common } };
  }

  async function open(root: FolderRoot, { path }: Question<'folder.open'>): Promise<Outcome<OpenFile>> {
    const opened = await root.open(path);
    if (!opened.ok) return opened;
    const { size } = opened.value;
    const isAllowed = rules().mayMove({ name: path.at(-1) ?? '', size }, 'owner');
    if (size > folderLimits.fileBytes || !isAllowed) {
      await opened.value.drop();
      return fails(isAllowed ? 'too-large' : 'against-rules');
    }
    return { ok: true, value: { how: 'read', file: opened.value, path, size, ...begun() } };
  }

  async function openOne(id: number, act: () => Promise<Outcome<OpenFile>>): Promise<FolderAnswer> {
    const opened = await files.open(act);
    if (!opened.ok) return failed(id, opened.code);
    const { number, file: one } = opened.value;
    const modified = one.how === 'read' ? one.file.modified : null;
    return { type: 'folder.opened', id, file: number, size: one.size, modified };
  }

  async function remove(root: FolderRoot, path: Path): Promise<Outcome<FolderEntry>> {
    const there = await root.stat(path);
    if (!there.ok) return there;
    const agreed = await agreedTo(root, { kind: 'remove', path, entry: there.value });
    if (!agreed.ok) return agreed;
    const removed = await root.remove(path);
    return removed.ok ? there : removed;
  }

  async function rename(root: FolderRoot, path: Path, to: string): Promise<Outcome<FolderEntry>> {
    const there = await root.stat(path);
    if (!there.ok) return there;
    const { kind, name } = there.value;
    if (kind === 'file' && !rules().mayRename(name, to)) return fails('against-rules');
    const renamed = await root.rename(path, to);
    return renamed.ok ? there : renamed;
  }

  async function change(root: FolderRoot, question: Changing): Promise<FolderAnswer> {
    const { id, path } = question;
    if (!root.canWrite) return failed(id, 'read-only');
    const inTurn = <T>(act: () => Promise<Outcome<T>>) =>
      inOrder(async () => (rootNow() === root ? act() : fails('no-folder')));
    switch (question.type) {
      case 'folder.create':
        return openOne(id, () => inTurn(() => create(root, question)));
      case 'folder.make':
        return isDone(id, await inTurn(() => root.make(path)), () => tell('made', path));
      case 'folder.rename': {
        const to = question.name;
        return isDone(id, await inTurn(() => rename(root, path, to)), ({ size }) =>
          tell('renamed', path, { to, size }),
        );
      }
      case 'folder.remove':
        return isDone(id, await inTurn(() => remove(root, path)), ({ size }) => tell('removed', path, { size }));
    }
  }

  async function finish({ id, file, sha256 }: Question<'folder.finish'>): Promise<FolderAnswer> {
    // What is written gets its name now. What is read changes nothing, and waits for nobody.
    const act = () => files.finish(file, sha256);
    const finished = await (files.isWriting(file) ? inOrder(act) : act());
    if (!finished.ok) return failed(id, finished.code);
    const { how, path, size } = finished.value;
    const kind = how === 'read' ? 'downloaded' : finished.value.replaces ? 'replaced' : 'uploaded';
    tell(kind, path, { size, sha256 });
    return { type: 'folder.done', id };
  }

  async function run(question: FolderQuestion, bytes: Uint8Array): Promise<Answered> {
    const root = rootNow();
    const { id } = question;
    const plain = (answer: FolderAnswer): Answered => ({ answer, bytes: null });
    if (question.type === 'folder.hello') {
      const folder = root && { name: root.name.slice(0, 300), canWrite: root.canWrite };
      return plain({ type: 'folder.here', id, folder });
    }
    if (!root) return plain(failed(id, 'no-folder'));
    switch (question.type) {
      case 'folder.list': {
        const page = await root.list(question.path, question.from);
        return plain(page.ok ? { type: 'folder.listed', id, ...page.value } : failed(id, page.code));
      }
      case 'folder.stat': {
        const entry = await root.stat(question.path);
        return plain(entry.ok ? { type: 'folder.entry', id, entry: entry.value } : failed(id, entry.code));
      }
      case 'folder.search': {
        const found = await root.search(question.path, question.text);
        return plain(found.ok ? { type: 'folder.found', id, ...found.value } : failed(id, found.code));
      }
      case 'folder.open':
        return plain(await openOne(id, () => open(root, question)));
      case 'folder.read': {
        const part = await files.read(question.file, question.offset, question.length);
        if (!part.ok) return plain(failed(id, part.code));
        return { answer: { type: 'folder.bytes', id }, bytes: part.value };
      }
      case 'folder.write':
        if (bytes.length > folderLimits.partBytes) return plain(failed(id, 'too-large'));
        return plain(isDone(id, await files.write(question.file, question.offset, bytes)));
      case 'folder.finish':
        return plain(await finish(question));
      case 'folder.drop':
        return plain(isDone(id, await files.drop(question.file)));
      case 'folder.create':
      case 'folder.make':
      case 'folder.rename':
      case 'folder.remove':
        return plain(await change(root, question));
    }
  }

  return {
    async answer(question, bytes) {
      if (waiting >= folderLimits.waiting || !bucket.take()) {
        return { answer: failed(question.id, 'too-many'), bytes: null };
      }
      waiting += 1;
      try {
        return await run(question, bytes);
      } catch {
        return { answer: failed(question.id, 'failed'), bytes: null };
      } finally {
        waiting -= 1;
      }
    },
    close: () => files.dropAll(),
  };
}

const failed = (id: number, code: ReturnType<typeof fails>['code']): FolderAnswer => ({
  type: 'folder.failed',
  id,
  code,
});

function isDone<T>(id: number, outcome: Outcome<T>, ifSo: (value: T) => void = () => undefined): FolderAnswer {
  if (!outcome.ok) return failed(id, outcome.code);
  ifSo(outcome.value);
  return { type: 'folder.done', id };
}
