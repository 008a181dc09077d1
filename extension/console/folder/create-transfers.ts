import { type ReadonlySignal, signal } from '@preact/signals';
import { createHasher } from '../../../shared/browser/hash/create-hasher.ts';
import type { CopyTarget, FolderRoot } from '../../../shared/folder/folder-root.ts';
import { planCopy } from '../../../shared/folder/plan-copy.ts';
import {
  type Conflict,
  type ConflictAnswer,
  type Copied,
  type CopyProgress,
  runCopy,
} from '../../../shared/folder/run-copy.ts';
import type { FolderEntry, FolderFailure, Path } from '../../../shared/protocol/folder.ts';

export interface Wanted {
  from: FolderRoot;
  at: Path;
  entries: readonly FolderEntry[];
  to: CopyTarget;
  into: Path;
  /** Once it is over. */
  onEnd?: () => void;
}

export interface Transfer {
  id: number;
  /** What is copied, to be read. */
  name: string;
  phase: 'waiting' | 'counting' | 'running' | 'done' | 'failed';
  total: { files: number; bytes: number };
  progress: CopyProgress;
  copied: Copied | null;
  failure: FolderFailure | null;
}

export interface AskedConflict extends Conflict {
  answer(answer: ConflictAnswer, forAll: boolean): void;
}

export interface Transfers {
  readonly all: ReadonlySignal<readonly Transfer[]>;
  /** A file is there already: what shall be done? */
  readonly conflict: ReadonlySignal<AskedConflict | null>;
  add(wanted: Wanted): void;
  cancel(id: number): void;
  dismiss(id: number): void;
}

const listed = 20;
const nothing: CopyProgress = { files: 0, bytes: 0, below: null };

/** Copies one after the other, so that each has the whole line. */
export function createTransfers(life: AbortSignal): Transfers {
  const all = signal<readonly Transfer[]>([]);
  const conflict = signal<AskedConflict | null>(null);
  const stops = new Map<number, AbortController>();
  const hasher = createHasher(life);
  let turn = Promise.resolve();
  let next = 1;

  const change = (id: number, part: Partial<Transfer>) =>
    void (all.value = all.peek().map((one) => (one.id === id ? { ...one, ...part } : one)));

  function createAsking(stop: AbortSignal): (asked: Conflict) => Promise<ConflictAnswer | null> {
    let always: ConflictAnswer | null = null;
    return (asked) => {
      if (always) return Promise.resolve(always);
      return new Promise((resolve) => {
        const end = (answer: ConflictAnswer | null) => {
          conflict.value = null;
          resolve(answer);
        };
        stop.addEventListener('abort', () => end(null), { once: true });
        conflict.value = {
          ...asked,
          answer(answer, forAll) {
            if (forAll) always = answer;
            end(answer);
          },
        };
      });
    };
  }

  async function run(id: number, { from, at, entries, to, into }: Wanted, stop: AbortSignal): Promise<void> {
    if (stop.aborted) return change(id, { phase: 'failed', failure: 'closed' });
    change(id, { phase: 'counting' });
    const plan = await planCopy(from, at, entries, stop);
    if (!plan.ok) return change(id, { phase: 'failed', failure: plan.code });
    change(id, { phase: 'running', total: { files: plan.value.files, bytes: plan.value.bytes } });
    const copied = await runCopy({
      from,
      to,
      into,
      plan: plan.value,
      startHash: hasher.start,
      signal: stop,
      onConflict: createAsking(stop),
      onProgress: (progress) => change(id, { progress }),
    });
    return change(id, copied.ok ? { phase: 'done', copied: copied.value } : { phase: 'failed', failure: copied.code });
  }

  return {
    all,
    conflict,
    add(wanted) {
      const id = next++;
      const stop = new AbortController();
      stops.set(id, stop);
      const first = wanted.entries[0]?.name ?? '';
      const name = wanted.entries.length > 1 ? `${first} +${wanted.entries.length - 1}` : first;
      const begun: Transfer = {
        id,
        name,
        phase: 'waiting',
        total: { files: 0, bytes: 0 },
        progress: nothing,
        copied: null,
        failure: null,
      };
      all.value = [begun, ...all.peek()].slice(0, listed);
      const signalOf = AbortSignal.any([life, stop.signal]);
      turn = turn
        .then(() => run(id, wanted, signalOf))
        .catch(() => change(id, { phase: 'failed', failure: 'failed' }))
        .finally(() => {
          stops.delete(id);
          wanted.onEnd?.();
        });
    },
    cancel: (id) => stops.get(id)?.abort(),
    dismiss: (id) => void (all.value = all.peek().filter((one) => one.id !== id)),
  };
}
