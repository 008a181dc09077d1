import { afterEach, expect, test, vi } from 'vitest';
import { createFileWork } from '../../../shared/browser/files/create-file-work.ts';
import type { FromFileWorker } from '../../../shared/browser/files/file-work.ts';
import { filePieceSentBytes } from '../../../shared/protocol/file.ts';
import { isProgram } from '../../../shared/session/dangerous-file.ts';

const fileId = 'file';
const place = { sessionId: 'session', fileId, size: 12 };

afterEach(() => {
  vi.unstubAllGlobals();
});

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

test('a file that cannot be put together ends with an error, and can be fetched again', async () => {
  const { ask, answer } = work();
  const fetchIt = () => {
    ask({ type: 'open', ...place });
    ask({ type: 'write', fileId, at: 0, bytes: new Uint8Array(12) });
    ask({ type: 'finish', fileId });
  };
  vi.stubGlobal(
    'Blob',
    class {
      constructor() {
        throw new RangeError('Out of memory.');
      }
    },
  );
  fetchIt();
  expect((await answer('failed')).code).toBe('storage-failed');
  vi.unstubAllGlobals();
  fetchIt();
  expect((await answer('finished')).blob.size).toBe(12);
});

test('three pieces share one word that they are written; the last has its own at once, and no other waits long', async () => {
  const said: FromFileWorker[] = [];
  const ask = createFileWork((message) => void said.push(message));
  const told = () => said.flatMap((one) => (one.type === 'written' ? [one.upTo] : []));
  const piece = filePieceSentBytes;
  const write = (number: number) => ask({ type: 'write', fileId, at: number * piece, bytes: new Uint8Array(piece) });
  ask({ type: 'open', ...place, size: 5 * piece });
  for (const number of [0, 1, 2]) write(number);
  await vi.waitUntil(() => told().length === 1);
  expect(told()).toEqual([3 * piece]);
  write(3);
  await vi.waitUntil(() => told().length === 2);
  write(4);
  await vi.waitUntil(() => told().length === 3);
  expect(told()).toEqual([3 * piece, 4 * piece, 5 * piece]);
});

test('memory is given back with the word that it is written, but where the bytes stay in it', async () => {
  const { ask, answer } = work();
  ask({ type: 'open', ...place });
  ask({ type: 'write', fileId, at: 0, bytes: new Uint8Array(12) });
  expect((await answer('written')).memories).toEqual([]);
});
