import type { FolderRoot } from '../../folder/folder-root.ts';
import { createRemoteRoot } from '../../folder/remote-root.ts';
import type { FolderQuestion } from '../../protocol/folder.ts';
import { fromBase64 } from '../cobrowse/assets/base64.ts';
import type { ManagerClient } from '../manager/manager-client.ts';
import { createAskByNumber } from './ask-by-number.ts';

const nothing = new Uint8Array(0);

type Opened = { ok: true; root: FolderRoot } | Exclude<Awaited<ReturnType<ManagerClient['openFolder']>>, { ok: true }>;

/** A folder that the Support Manager opens; its program looks at each question once more. */
export async function openManagerRoot(
  manager: ManagerClient,
  { grant, path, canWrite }: { grant: string; path: string; canWrite: boolean },
): Promise<Opened> {
  const opened = await manager.openFolder(grant, path, canWrite);
  if (!opened.ok) return opened;
  const asks = createAskByNumber((question, bytes) => void pass(question, bytes));
  async function pass(question: FolderQuestion, bytes?: Uint8Array): Promise<void> {
    const told = await manager.askFolder(grant, question, bytes && base64Of(bytes));
    if (told.ok) return asks.answered(told.value.answer, fromBase64(told.value.bytes ?? '') ?? nothing);
    const code = told.code === 'too-many' ? 'too-many' : 'closed';
    asks.answered({ type: 'folder.failed', id: question.id, code }, nothing);
  }
  const root = createRemoteRoot({ name: opened.name, canWrite }, asks.ask);
  function close(): void {
    manager.closeFolder(grant);
    asks.giveUp('closed');
  }
  return { ok: true, root: { ...root, close } };
}

/** In pieces: a call takes only so many arguments. */
function base64Of(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary);
}
