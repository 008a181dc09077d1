import { computed, effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import type { FolderRoot } from '../../folder/folder-root.ts';
import { moveRules } from '../../folder/move-rules.ts';
import { createFolderService } from '../../folder/serve-folder.ts';
import type { FilePolicy } from '../../protocol/file-policy.ts';
import { folderLimits } from '../../protocol/folder-limits.ts';
import type { FolderFailure, FolderQuestion, FolderTell } from '../../protocol/folder.ts';
import type { ParticipantId } from '../../protocol/ids.ts';
import type { Deed } from '../../session/folder-deed.ts';
import type { ToolOn } from '../../session/tool.ts';
import { createHasher } from '../hash/create-hasher.ts';
import type { Link } from '../link/contract.ts';
import { createDoubts, type Doubts } from './doubts.ts';
import { decodeFolderAsk, encodeFolder, numberOfAsk } from './folder-wire.ts';
import { createHeldAsks } from './held-asks.ts';

/** A folder of this person's that is open to a host. */
export interface OwnFolder {
  /** Null: none is. */
  readonly root: ReadonlySignal<FolderRoot | null>;
  /** What its owner is asked now. */
  readonly doubts: Doubts;
  /** The last few things that were done in it, the newest first. */
  readonly last: ReadonlySignal<readonly Deed[]>;
  /** Open from now on; the one before is closed. */
  open(root: FolderRoot): void;
  /** At once, whatever becomes of the grant. */
  close(): void;
}

interface Deps {
  link: ReadonlySignal<Link | null>;
  /** Whom the link leads to. */
  other: ReadonlySignal<ParticipantId | null>;
  /** What was allowed in this window and stands. */
  on: ReadonlySignal<ToolOn | null>;
  note(grantId: string, deed: Deed): void;
  /** The site's. */
  policy: ReadonlySignal<FilePolicy>;
  /** The relay's time, ms since 1970. */
  now(): number;
  signal: AbortSignal;
}

const lastShown = 5;

export function createOwnFolder({ link, other, on, note, policy, now, signal: life }: Deps): OwnFolder {
  const root = signal<FolderRoot | null>(null);
  const last = signal<readonly Deed[]>([]);
  const doubts = createDoubts(now);
  const hasher = createHasher(life);
  /** Only to the one whom it was allowed to. */
  const granted = computed(() => (on.value && on.value.by === other.value ? on.value.grantId : null));

  function close(): void {
    root.peek()?.close();
    root.value = null;
    last.value = [];
  }
  const stops = [
    effect(() => {
      if (on.value === null) untracked(close);
    }),
    effect(() => {
      const to = link.value;
      const grant = granted.value;
      if (!to || grant === null) return undefined;
      return untracked(() => serve(to, grant));
    }),
  ];
  life.addEventListener('abort', () => {
    for (const stop of stops) stop();
    close();
  });

  function serve(to: Link, grant: string): () => void {
    let isOver = false;
    const tell = (answer: FolderTell, bytes?: Uint8Array) => {
      if (!isOver) to.send('folder', encodeFolder(answer, bytes));
    };
    const service = createFolderService({
      root: () => (isOver ? null : root.peek()),
      startHash: hasher.start,
      confirm: doubts.ask,
      note(deed) {
        last.value = [deed, ...last.peek()].slice(0, lastShown);
        note(grant, deed);
      },
      rules: () => moveRules(policy.peek()),
      now: () => performance.now(),
    });
    const held = createHeldAsks({
      isBehind: () => to.unsent('folder') > folderLimits.unsentBytes,
      mostWaiting: folderLimits.waiting,
    });
    const refuse = (id: number, code: FolderFailure) => tell({ type: 'folder.failed', id, code });
    async function answer(ask: FolderQuestion, body: Uint8Array): Promise<void> {
      const answered = await service.answer(ask, body);
      tell(answered.answer, answered.bytes ?? undefined);
    }
    function hear(message: Uint8Array): void {
      // Refusals would pile up, too.
      if (to.unsent('folder') > folderLimits.unsentBytesAtMost) return;
      const decoded = message.length > folderLimits.askBytes ? null : decodeFolderAsk(message);
      if (!decoded) {
        const id = numberOfAsk(message);
        if (id !== null) refuse(id, 'failed');
        return;
      }
      const { grant: under, ask } = decoded.message;
      if (under !== grant) refuse(ask.id, 'not-granted');
      else if (!held.take(() => void answer(ask, decoded.body))) refuse(ask.id, 'too-many');
    }
    to.receive('folder', (message) => {
      if (!isOver) hear(message);
    });
    to.onDrained('folder', () => {
      if (!isOver) held.resume();
    });
    const forgetAll = () => {
      doubts.dismissAll();
      void service.close();
    };
    // Whoever is new has nothing open.
    to.onFresh(() => {
      if (isOver) return;
      held.forget();
      forgetAll();
    });
    const stopNews = effect(() => {
      const next = root.value;
      untracked(forgetAll);
      const folder = next && { name: next.name.slice(0, 300), canWrite: next.canWrite };
      tell({ type: 'folder.news', grant, folder });
    });
    return () => {
      isOver = true;
      stopNews();
      to.clear('folder');
      held.forget();
      forgetAll();
    };
  }

  return {
    root,
    doubts,
    last,
    open(next) {
      root.peek()?.close();
      last.value = [];
      root.value = next;
    },
    close,
  };
}
