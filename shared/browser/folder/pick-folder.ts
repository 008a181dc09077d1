import type { FolderRoot } from '../../folder/folder-root.ts';
import { newId } from '../../protocol/new-id.ts';
import type { ManagerClient } from '../manager/manager-client.ts';
import type { MessageKey } from '../ui/i18n.ts';
import { createHandleRoot } from './handle-root.ts';
import { createListRoot } from './list-root.ts';
import { openManagerRoot } from './manager-root.ts';

/** Null: nothing was picked, and there is nothing to say about it. */
export type Picked = { ok: true; root: FolderRoot } | { ok: false; problem: MessageKey | null };

/** The browser has a dialog for folders that may be written to. */
export const hasFolderPicker = (): boolean => window.showDirectoryPicker !== undefined;

/** The browser's own dialog, and its own question where the folder may be changed. From a click. */
export async function pickByDialog(canWrite: boolean): Promise<Picked> {
  try {
    const handle = await window.showDirectoryPicker?.({ id: 'beside', mode: canWrite ? 'readwrite' : 'read' });
    return handle ? { ok: true, root: createHandleRoot(handle, canWrite) } : { ok: false, problem: null };
  } catch (error) {
    const isCancelled = error instanceof DOMException && error.name === 'AbortError';
    return { ok: false, problem: isCancelled ? null : 'folder.pickFailed' };
  }
}

/** What a field for folders holds. */
export function pickFromField(files: FileList | null): Picked {
  if (!files || files.length === 0) return { ok: false, problem: 'folder.pickEmpty' };
  const root = createListRoot([...files]);
  return root.ok ? { ok: true, root: root.value } : { ok: false, problem: 'folder.pickTooMany' };
}

/** By the Support Manager, at a path of the person's. */
export async function pickByManager(manager: ManagerClient, path: string, canWrite: boolean): Promise<Picked> {
  const opened = await openManagerRoot(manager, { grant: newId(), path, canWrite });
  if (opened.ok) return opened;
  const known: Readonly<Record<string, MessageKey>> = {
    'not-found': 'folder.pickNotFound',
    'not-allowed': 'folder.pickNotAllowed',
  };
  return { ok: false, problem: known[opened.code] ?? 'folder.pickFailed' };
}
