import { createHash } from 'node:crypto';
import { createFolderService, type FolderService } from '../../shared/folder/serve-folder.ts';
import type { Hashing } from '../../shared/folder/hashing.ts';
import { noRules } from '../../shared/folder/move-rules.ts';
import type { FolderRoot } from '../../shared/folder/folder-root.ts';
import type { ManagerFact, ManagerQuestion } from '../../shared/protocol/manager.ts';
import { allowedRoot } from './allowed-root.ts';
import { placesOf } from './folder-places.ts';
import { openNativeRoot } from './native-root.ts';

export type FolderCommand = Extract<
  ManagerQuestion,
  { type: 'manager.folder-places' | 'manager.folder-open' | 'manager.folder-ask' }
>;

interface Open {
  grant: string;
  root: FolderRoot;
  service: FolderService;
}

/** The one folder that its person has picked, for the grant that they gave; it is closed with the port. */
export function createOpenFolders(system: 'linux' | 'windows' | 'macos', now: () => number) {
  let open: Open | null = null;

  async function close(): Promise<void> {
    const last = open;
    open = null;
    await last?.service.close();
    last?.root.close();
  }

  async function openFolder({
    id,
    grant,
    path,
    canWrite,
  }: Extract<FolderCommand, { type: 'manager.folder-open' }>): Promise<ManagerFact> {
    const allowed = await allowedRoot(path, system);
    if (!allowed.ok) return { type: 'manager.folder-refused', id, code: allowed.code };
    const root = await openNativeRoot(allowed.path, canWrite).catch(() => null);
    if (!root) return { type: 'manager.folder-refused', id, code: 'not-permitted' };
    await close();
    const service = createFolderService({
      root: () => (open?.root === root ? root : null),
      startHash,
      // The extension has asked its person; it notes what is done, too.
      confirm: () => Promise.resolve(true),
      note: () => undefined,
      rules: () => noRules,
      now,
    });
    open = { grant, root, service };
    return { type: 'manager.folder-opened', id, name: root.name };
  }

  return {
    async answer(command: FolderCommand): Promise<ManagerFact> {
      const { id } = command;
      switch (command.type) {
        case 'manager.folder-places':
          return { type: 'manager.folder-placed', id, places: await placesOf(system) };
        case 'manager.folder-open':
          return openFolder(command);
        case 'manager.folder-ask': {
          const { ask, grant } = command;
          if (open?.grant !== grant) {
            return {
              type: 'manager.folder-told',
              id,
              answer: { type: 'folder.failed', id: ask.id, code: 'not-granted' },
            };
          }
          const { answer, bytes } = await open.service.answer(ask, Buffer.from(command.bytes ?? '', 'base64'));
          const told = { type: 'manager.folder-told', id, answer } as const;
          return bytes ? { ...told, bytes: Buffer.from(bytes).toString('base64') } : told;
        }
      }
    },
    async close(grant: string): Promise<void> {
      if (open?.grant === grant) await close();
    },
    closeAll: close,
  };
}

function startHash(): Hashing {
  const hash = createHash('sha256');
  return { update: (bytes) => void hash.update(bytes), hex: () => hash.digest('hex') };
}
