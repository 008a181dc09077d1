import type { FolderRoot } from '../../../shared/folder/folder-root.ts';
import { createRemoteRoot } from '../../../shared/folder/remote-root.ts';
import { createFolderService, type FolderDoubt } from '../../../shared/folder/serve-folder.ts';
import * as v from 'valibot';
import { moveRules } from '../../../shared/folder/move-rules.ts';
import { defaultFilePolicy, type FilePolicy } from '../../../shared/protocol/file-policy.ts';
import { folderAnswerSchema, folderQuestionSchema } from '../../../shared/protocol/folder.ts';
import type { Deed } from '../../../shared/session/folder-deed.ts';
import type { StartHash } from '../../../shared/folder/hashing.ts';

/** A folder as the other side has it: each question and answer goes through its schema, as on the wire. */
export function served(
  root: FolderRoot,
  startHash: StartHash,
  confirm: (doubt: FolderDoubt) => boolean | Promise<boolean> = () => true,
  policy: FilePolicy = defaultFilePolicy,
) {
  const deeds: Deed[] = [];
  const doubts: FolderDoubt[] = [];
  const service = createFolderService({
    root: () => root,
    startHash,
    confirm(doubt) {
      doubts.push(doubt);
      return Promise.resolve(confirm(doubt));
    },
    note: (deed) => void deeds.push(deed),
    rules: () => moveRules(policy),
    now: () => performance.now(),
  });
  let id = 0;
  const remote = createRemoteRoot({ name: root.name, canWrite: root.canWrite }, async (asked, bytes) => {
    const question = v.safeParse(folderQuestionSchema, { ...asked, id: (id += 1) });
    if (!question.success) return { answer: { type: 'folder.failed', id, code: 'impossible' }, bytes: null };
    const { answer, bytes: back } = await service.answer(question.output, bytes ?? new Uint8Array());
    return { answer: v.parse(folderAnswerSchema, JSON.parse(JSON.stringify(answer))), bytes: back };
  });
  return { remote, service, deeds, doubts };
}
