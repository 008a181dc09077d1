import { effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import type { FolderRoot } from '../../folder/folder-root.ts';
import { createRemoteRoot } from '../../folder/remote-root.ts';
import type { FolderTell, OpenFolder } from '../../protocol/folder.ts';
import type { Link } from '../link/contract.ts';
import { createAskByNumber } from './ask-by-number.ts';
import { decodeFolderTell, encodeFolder, numberOfTell } from './folder-wire.ts';

interface Deps {
  link: ReadonlySignal<Link | null>;
  /** The grant that stands; null: none. */
  grantId: ReadonlySignal<string | null>;
  signal: AbortSignal;
}

/** The customer's folder at the host's; null while none is open. A new one for each that is picked. */
export function createSeenFolder({ link, grantId, signal: life }: Deps): ReadonlySignal<FolderRoot | null> {
  const root = signal<FolderRoot | null>(null);

  const dispose = effect(() => {
    const to = link.value;
    const grant = grantId.value;
    if (!to || grant === null) return undefined;
    return untracked(() => follow(to, grant));
  });
  life.addEventListener('abort', dispose);

  function follow(to: Link, grant: string): () => void {
    let isOver = false;
    const asks = createAskByNumber((ask, bytes) => {
      if (isOver) asks.giveUp('not-granted');
      else to.send('folder', encodeFolder({ grant, ask }, bytes));
    });
    const set = (folder: OpenFolder | null) => {
      root.value = folder && createRemoteRoot(folder, asks.ask);
    };
    async function greet(): Promise<void> {
      const { answer } = await asks.ask({ type: 'folder.hello' });
      if (!isOver && answer.type === 'folder.here') set(answer.folder);
    }
    function hear(tell: FolderTell, bytes: Uint8Array): void {
      if (tell.type !== 'folder.news') asks.answered(tell, bytes);
      else if (tell.grant === grant) set(tell.folder);
    }
    to.receive('folder', (message) => {
      if (isOver) return;
      const decoded = decodeFolderTell(message);
      if (decoded) return hear(decoded.message, decoded.body);
      const id = numberOfTell(message);
      if (id !== null) asks.answered({ type: 'folder.failed', id, code: 'failed' }, message.subarray(0, 0));
    });
    // Whoever is new knows nothing of what was asked before.
    to.onFresh(() => {
      if (isOver) return;
      asks.giveUp('closed');
      root.value = null;
      void greet();
    });
    void greet();
    return () => {
      isOver = true;
      to.clear('folder');
      asks.giveUp('not-granted');
      root.value = null;
    };
  }

  return root;
}
