import type { Answered, AskFolder, Asked } from '../../folder/remote-root.ts';
import type { FolderAnswer, FolderFailure, FolderQuestion } from '../../protocol/folder.ts';

/** Numbers questions and finds who waits for an answer. */
export function createAskByNumber(send: (question: FolderQuestion, bytes?: Uint8Array) => void) {
  const waiting = new Map<number, (answered: Answered) => void>();
  let next = 1;
  const ask: AskFolder = (question: Asked, bytes) => {
    const id = next++;
    return new Promise((resolve) => {
      waiting.set(id, resolve);
      send({ ...question, id } as FolderQuestion, bytes);
    });
  };
  return {
    ask,
    answered(answer: FolderAnswer, bytes: Uint8Array): void {
      const resolve = waiting.get(answer.id);
      waiting.delete(answer.id);
      resolve?.({ answer, bytes: answer.type === 'folder.bytes' ? bytes : null });
    },
    /** Nothing more will come. */
    giveUp(code: FolderFailure): void {
      const all = [...waiting];
      waiting.clear();
      for (const [id, resolve] of all) resolve({ answer: { type: 'folder.failed', id, code }, bytes: null });
    },
  };
}
