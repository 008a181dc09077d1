import { expect, test, vi } from 'vitest';
import { createFileWork } from '../../../shared/browser/files/create-file-work.ts';
import type { FromFileWorker } from '../../../shared/browser/files/file-work.ts';
import { isProgram } from '../../../shared/session/dangerous-file.ts';

const fileId = 'file';
const place = { sessionId: 'session', fileId, size: 12 };

function work() {
  const said: FromFileWorker[] = [];
  const ask = createFileWork((message) => void said.push(message));
  const answer = <T extends FromFileWorker['type']>(type: T) =>
    vi.waitUntil(() => said.find((one): one is Extract<FromFileWorker, { type: T }> => one.type === type));
  return { ask, answer };
}

test.each([[[12]], [[1, 11]], [[1, 1, 1, 9]], [[7, 5]]])(
  '[J4] a program in pieces of %j is known as one',
  async (sizes) => {
    const { ask, answer } = work();
    const program = new TextEncoder().encode('\u007fELF\u0002\u0001\u0001\u0000more');
    ask({ type: 'open', ...place });
    let at = 0;
    for (const size of sizes) {
      ask({ type: 'write', fileId, at, bytes: program.slice(at, at + size) });
      at += size;
    }
    ask({ type: 'finish', fileId });
    const { head } = await answer('finished');
    expect([[...head], isProgram(head)]).toEqual([[...program.slice(0, 8)], true]);
  },
);
