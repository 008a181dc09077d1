import { computed, effect, type ReadonlySignal, type Signal, signal, untracked } from '@preact/signals';
import { language } from '../../../shared/browser/ui/language.ts';
import type { FolderRoot, Outcome } from '../../../shared/folder/folder-root.ts';
import { listWhole } from '../../../shared/folder/walk.ts';
import type { FolderFailure, Path } from '../../../shared/protocol/folder.ts';
import { type Listed, nextSorting, sortEntries, type Sorting } from './sort-entries.ts';

/** One half of the window: a folder, where in it one is, and what is chosen. */
export interface Pane {
  readonly root: ReadonlySignal<FolderRoot | null>;
  readonly path: ReadonlySignal<Path>;
  readonly entries: ReadonlySignal<readonly Listed[]>;
  /** Not in the list, and how many. */
  readonly left: ReadonlySignal<number>;
  readonly isBusy: ReadonlySignal<boolean>;
  readonly problem: ReadonlySignal<FolderFailure | null>;
  readonly sorting: ReadonlySignal<Sorting>;
  /** What was searched for; null: the folder itself is listed. */
  readonly sought: ReadonlySignal<{ text: string; isWhole: boolean } | null>;
  /** By their keys. */
  readonly chosen: Signal<ReadonlySet<string>>;
  readonly chosenEntries: ReadonlySignal<readonly Listed[]>;
  go(path: Path): void;
  refresh(): Promise<void>;
  sortBy(by: Sorting['by']): void;
  search(text: string): Promise<void>;
  make(name: string): Promise<boolean>;
  rename(listed: Listed, name: string): Promise<boolean>;
  remove(all: readonly Listed[]): Promise<void>;
}

export const keyOf = ({ below }: Listed): string => below.join('/');

export function createPane(root: ReadonlySignal<FolderRoot | null>, life: AbortSignal): Pane {
  const path = signal<Path>([]);
  const found = signal<readonly Listed[]>([]);
  const left = signal(0);
  const isBusy = signal(false);
  const problem = signal<FolderFailure | null>(null);
  const sorting = signal<Sorting>({ by: 'name', isDown: false });
  const sought = signal<{ text: string; isWhole: boolean } | null>(null);
  const chosen = signal<ReadonlySet<string>>(new Set());
  const entries = computed(() => sortEntries(found.value, sorting.value, language));
  /** What comes for an older question is of no use any more. */
  let turn = 0;

  /** Null: it is out of date, or failed and has been said. */
  async function ask<T>(act: (from: FolderRoot) => Promise<Outcome<T>>): Promise<T | null> {
    const from = root.peek();
    if (!from) return null;
    const own = (turn += 1);
    isBusy.value = true;
    const outcome = await act(from);
    if (own !== turn) return null;
    isBusy.value = false;
    problem.value = outcome.ok ? null : outcome.code;
    return outcome.ok ? outcome.value : null;
  }
  function show(list: readonly Listed[], leftOut: number): void {
    found.value = list;
    left.value = leftOut;
    const keys = new Set(list.map(keyOf));
    chosen.value = new Set([...chosen.peek()].filter((key) => keys.has(key)));
  }
  async function refresh(): Promise<void> {
    sought.value = null;
    const listed = await ask((from) => listWhole(from, path.peek(), life));
    if (listed)
      show(
        listed.entries.map((entry) => ({ below: [entry.name], entry })),
        listed.left,
      );
  }
  function go(to: Path): void {
    path.value = to;
    chosen.value = new Set();
    show([], 0);
    void refresh();
  }
  const at = ({ below }: Listed): Path => [...path.peek(), ...below];
  /** One thing that changes the folder. */
  async function change(act: (from: FolderRoot) => Promise<Outcome<null>>): Promise<boolean> {
    const from = root.peek();
    if (!from) return false;
    const outcome = await act(from);
    await refresh();
    if (!outcome.ok) problem.value = outcome.code;
    return outcome.ok;
  }

  const dispose = effect(() => {
    const now = root.value;
    untracked(() => {
      turn += 1;
      isBusy.value = false;
      problem.value = null;
      show([], 0);
      path.value = [];
      if (now) void refresh();
    });
  });
  life.addEventListener('abort', dispose);

  return {
    root,
    path,
    entries,
    left,
    isBusy,
    problem,
    sorting,
    sought,
    chosen,
    chosenEntries: computed(() => entries.value.filter((one) => chosen.value.has(keyOf(one)))),
    go,
    refresh,
    sortBy: (by) => void (sorting.value = nextSorting(sorting.peek(), by)),
    async search(text) {
      if (text === '') return refresh();
      sought.value = { text, isWhole: true };
      show([], 0);
      const result = await ask((from) => from.search(path.peek(), text));
      if (!result) return undefined;
      sought.value = { text, isWhole: result.isWhole };
      const deep = path.peek().length;
      show(
        result.found.map((one) => ({ below: one.path.slice(deep), entry: one.entry })),
        0,
      );
      return undefined;
    },
    make: (name) => change((from) => from.make([...path.peek(), name])),
    rename: (listed, name) => change((from) => from.rename(at(listed), name)),
    async remove(all) {
      for (const listed of all) {
        // A no to one says nothing of the others.
        await change((from) => from.remove(at(listed)));
      }
    },
  };
}
