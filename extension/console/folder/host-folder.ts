import { computed, type ReadonlySignal, signal, type Signal } from '@preact/signals';
import type { FileDisk } from '../../../shared/browser/files/file-disk.ts';
import { createListRoot } from '../../../shared/browser/folder/list-root.ts';
import { createSeenFolder } from '../../../shared/browser/folder/seen-folder.ts';
import type { Link } from '../../../shared/browser/link/contract.ts';
import type { FolderRoot } from '../../../shared/folder/folder-root.ts';
import type { FolderEntry } from '../../../shared/protocol/folder.ts';
import type { Tool } from '../../../shared/session/tool.ts';
import { createDownloads } from './create-downloads.ts';
import { createPane, type Pane } from './create-pane.ts';
import { createTransfers, type Transfers } from './create-transfers.ts';

export type Side = 'theirs' | 'ours';
export const otherSide = (side: Side): Side => (side === 'theirs' ? 'ours' : 'theirs');

/** The customer's folder at the host's, beside one of the host's own. */
export interface HostFolder {
  /** Null: none is allowed. */
  readonly grantId: ReadonlySignal<string | null>;
  readonly panes: Readonly<Record<Side, Pane>>;
  /** The host's own folder. */
  readonly own: Signal<FolderRoot | null>;
  readonly transfers: Transfers;
  /** What is chosen on that side goes to the other one, into the folder that is looked at there or one in it. */
  copy(from: Side, into?: readonly string[]): void;
  /** Files of the host's computer go to the customer. */
  send(files: readonly File[]): Promise<void>;
  /** Chosen files go to the downloads of the host's browser. */
  save(): void;
}

interface Deps {
  link: ReadonlySignal<Link | null>;
  tool: ReadonlySignal<Tool | null>;
  sessionId: string;
  disk: FileDisk;
  signal: AbortSignal;
}

export function createHostFolder({ link, tool, sessionId, disk, signal: life }: Deps): HostFolder {
  const grantId = computed(() => (tool.value?.phase === 'on' ? tool.value.grantId : null));
  const own = signal<FolderRoot | null>(null);
  const seen = createSeenFolder({ link, grantId, signal: life });
  const panes = { theirs: createPane(seen, life), ours: createPane(own, life) };
  const transfers = createTransfers(life);
  const downloads = createDownloads({ sessionId, disk });

  function copyAll(from: FolderRoot, at: readonly string[], entries: readonly FolderEntry[], to: Side, into: string[]) {
    const target = panes[to].root.peek();
    if (!target || entries.length === 0) return;
    transfers.add({ from, at: [...at], entries, to: target, into, onEnd: () => void panes[to].refresh() });
  }

  return {
    grantId,
    panes,
    own,
    transfers,
    copy(side, into = []) {
      const pane = panes[side];
      const root = pane.root.peek();
      if (!root) return;
      const target = [...panes[otherSide(side)].path.peek(), ...into];
      const groups = Map.groupBy(pane.chosenEntries.peek(), ({ below }) => below.slice(0, -1).join('/'));
      for (const group of groups.values()) {
        const within = group[0]?.below.slice(0, -1) ?? [];
        const entries = group.map(({ entry }) => entry);
        copyAll(root, [...pane.path.peek(), ...within], entries, otherSide(side), target);
      }
    },
    async send(files) {
      const source = createListRoot(files);
      const listed = source.ok ? await source.value.list([], 0) : source;
      if (source.ok && listed.ok) {
        copyAll(source.value, [], listed.value.entries, 'theirs', [...panes.theirs.path.peek()]);
      }
    },
    save() {
      const pane = panes.theirs;
      const root = pane.root.peek();
      const files = pane.chosenEntries.peek().filter(({ entry }) => entry.kind === 'file');
      if (!root) return;
      for (const { below, entry } of files) {
        transfers.add({
          from: root,
          at: [...pane.path.peek(), ...below.slice(0, -1)],
          entries: [entry],
          to: downloads,
          into: [],
        });
      }
    },
  };
}
