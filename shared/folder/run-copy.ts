import { folderLimits } from '../protocol/folder-limits.ts';
import type { FolderEntry, FolderFailure, Path } from '../protocol/folder.ts';
import { copyFile } from './copy-file.ts';
import { type CopyTarget, fails, type FolderRoot, type Outcome } from './folder-root.ts';
import { freeName } from './free-name.ts';
import type { StartHash } from './hashing.ts';
import type { Plan, Planned } from './plan-copy.ts';
import type { Stop } from './stop.ts';

export const conflictAnswers = ['replace', 'keep-both', 'skip'] as const;
export type ConflictAnswer = (typeof conflictAnswers)[number];
/** A file that is to be written, and what is there already. */
export interface Conflict {
  below: Path;
  coming: FolderEntry;
  there: FolderEntry;
}

export interface CopyProgress {
  files: number;
  bytes: number;
  /** What is copied now. */
  below: Path | null;
}
export interface Copied {
  files: number;
  skipped: number;
  failed: readonly { below: Path; code: FolderFailure }[];
}

interface Run {
  from: FolderRoot;
  to: CopyTarget;
  /** The folder that all goes into. */
  into: Path;
  plan: Plan;
  startHash: StartHash;
  signal: Stop;
  /** Null: the whole copying is called off. */
  onConflict(conflict: Conflict): Promise<ConflictAnswer | null>;
  onProgress(progress: CopyProgress): void;
}

/** Failures that will meet each further file, too. */
const endsAll: ReadonlySet<FolderFailure> = new Set(['not-granted', 'no-folder', 'closed', 'read-only', 'disk-full']);

/** Copies what is planned, one after the other; a file that fails does not stop the others. */
export async function runCopy(run: Run): Promise<Outcome<Copied>> {
  const failed: { below: Path; code: FolderFailure }[] = [];
  let files = 0;
  let skipped = 0;
  let bytes = 0;

  for (const item of run.plan.items) {
    if (run.signal.aborted) return fails('closed');
    run.onProgress({ files, bytes, below: item.below });
    const onBytes = (count: number) => {
      bytes += count;
      run.onProgress({ files, bytes, below: item.below });
    };
    const copied = await (item.entry.kind === 'folder' ? makeFolder(run, item) : copyOne(run, item, onBytes));
    if (copied.ok && copied.value === 'skipped') skipped += 1;
    else if (copied.ok && item.entry.kind === 'file') files += 1;
    else if (!copied.ok) {
      if (endsAll.has(copied.code)) return copied;
      failed.push({ below: item.below, code: copied.code });
    }
  }
  run.onProgress({ files, bytes, below: null });
  return { ok: true, value: { files, skipped, failed } };
}

type One = Promise<Outcome<'done' | 'skipped'>>;

async function makeFolder({ to, into }: Run, { below }: Planned): One {
  const path = [...into, ...below];
  if (path.length > folderLimits.depth) return fails('impossible');
  const made = await to.make(path);
  if (made.ok) return { ok: true, value: 'done' };
  if (made.code !== 'exists') return made;
  const there = await to.stat(path);
  if (there.ok && there.value.kind !== 'folder') return fails('wrong-kind');
  return there.ok ? { ok: true, value: 'done' } : there;
}

async function copyOne(run: Run, { path, below, entry }: Planned, onBytes: (count: number) => void): One {
  const target = await placeFor(run, below, entry);
  if (!target.ok) return target;
  if (target.value === null) return { ok: true, value: 'skipped' };
  const from = await run.from.open(path);
  if (!from.ok) return from;
  const to = await run.to.create(target.value.path, from.value.size, target.value.replace);
  if (!to.ok) {
    await from.value.drop();
    // Its owner does not want it replaced.
    return to.code === 'denied' ? { ok: true, value: 'skipped' } : to;
  }
  const copied = await copyFile({ ...run, from: from.value, to: to.value, onBytes });
  return copied.ok ? { ok: true, value: 'done' } : copied;
}

/** Where it goes; null: nowhere. */
async function placeFor(
  { to, into, onConflict }: Run,
  below: Path,
  coming: FolderEntry,
): Promise<Outcome<{ path: Path; replace: boolean } | null>> {
  const path = [...into, ...below];
  const there = await to.stat(path);
  if (!there.ok) return there.code === 'not-found' ? { ok: true, value: { path, replace: false } } : there;
  const answer = await onConflict({ below, coming, there: there.value });
  if (answer === null) return fails('closed');
  if (answer === 'skip') return { ok: true, value: null };
  if (answer === 'replace' && there.value.kind === 'file') return { ok: true, value: { path, replace: true } };
  const free = await freeBeside(to, path);
  return free.ok ? { ok: true, value: { path: free.value, replace: false } } : free;
}

async function freeBeside(to: CopyTarget, path: Path): Promise<Outcome<Path>> {
  const folder = path.slice(0, -1);
  let name = path.at(-1) ?? '';
  const taken = new Set([name]);
  for (let tries = 0; tries < 100; tries += 1) {
    const next = freeName(path.at(-1) ?? '', (one) => taken.has(one));
    if (next === null) break;
    name = next;
    const there = await to.stat([...folder, name]);
    if (!there.ok) return there.code === 'not-found' ? { ok: true, value: [...folder, name] } : there;
    taken.add(name);
  }
  return fails('exists');
}
