import { createHash } from 'node:crypto';
import { expect, test, vi } from 'vitest';
import { createFileFetcher, type Fetched } from '../../../shared/browser/files/fetch-files.ts';
import { decodeFileMessage, encodeFileMessage } from '../../../shared/browser/files/file-wire.ts';
import { createFileServer, type Served } from '../../../shared/browser/files/serve-files.ts';
import type { FileFailure } from '../../../shared/protocol/file.ts';
import type { PublishedFile } from '../../../shared/session/file.ts';
import { memoryDisk } from '../../lab/memory-disk.ts';
import { createMemoryLinks, type MemoryLink } from '../../lab/memory-link.ts';

const bytes = new Uint8Array(5 * 2 ** 20 + 3).map((_, at) => (at * 31 + (at >> 8) * 7) & 255);
const sha256 = createHash('sha256').update(bytes).digest('hex');
const of = (name: string): PublishedFile => ({
  id: name.padEnd(22, '_'),
  by: 'owner',
  at: 0,
  name,
  size: bytes.length,
  mediaType: '',
  to: 'all',
  withdrawnAt: null,
  received: [],
});
const file = of('one');

/** Both sides of an exchange. `change` may alter what the owner sends. */
function exchange(
  find: (fileId: string) => Served | FileFailure = () => ({ file: new Blob([bytes]), sha256: Promise.resolve(sha256) }),
  change: (message: Uint8Array) => Uint8Array = (message) => message,
  now: () => number = () => performance.now(),
) {
  const [near, far] = createMemoryLinks();
  const owner: MemoryLink = { ...far, send: (channel, message) => far.send(channel, change(message)) };
  const server = createFileServer({ link: owner, find, now, signal: new AbortController().signal });
  far.receive('file', (message) => {
    const decoded = decodeFileMessage(message);
    if (decoded) server.receive(decoded.message);
  });
  const got: { name: string; fetched: Fetched }[] = [];
  const fetcher = createFileFetcher({
    sessionId: 'session',
    disk: memoryDisk(),
    send(_to, message) {
      near.send('file', encodeFileMessage(message));
      return true;
    },
    isReachable: () => true,
    onFetched: ({ name }, fetched) => void got.push({ name, fetched }),
  });
  let onPiece: (round: number, upTo: number) => void = () => undefined;
  near.receive('file', (message) => {
    const decoded = decodeFileMessage(message);
    if (!decoded) return;
    fetcher.receive('owner', decoded.message, decoded.body);
    if (decoded.message.type === 'file.piece') onPiece(decoded.message.round, decoded.message.at + decoded.body.length);
  });
  /** In the task in which that piece arrives: a timer may fire when all has come, and what is shown lags behind. */
  const arrives = (round: number, upTo: number) =>
    new Promise<void>((resolve) => {
      onPiece = (ofRound, reached) => {
        if (ofRound === round && reached >= upTo) resolve();
      };
    });
  /** As when either side is reloaded: what was under way is gone. */
  const lose = () => {
    far.freshen();
    fetcher.lost('owner');
  };
  const want = (one = file) => fetcher.dispatch(one, { type: 'wanted', sha256: null });
  const transfer = (one = file) => fetcher.all.value.get(one.id)?.transfer;
  const wantsOf = () =>
    near.sent.flatMap(({ message }) => {
      const decoded = decodeFileMessage(message)?.message;
      return decoded?.type === 'file.want' ? [decoded.from] : [];
    });
  return { server, fetcher, far, got, lose, want, transfer, wantsOf, arrives };
}

const until = (done: () => boolean) => vi.waitUntil(done, { timeout: 20_000, interval: 1 });
const contentOf = async ({ blob }: Fetched) =>
  createHash('sha256')
    .update(new Uint8Array(await blob.arrayBuffer()))
    .digest('hex');

test('[J6] a file comes whole and is the same', async () => {
  const { got, want, far } = exchange();
  want();
  await until(() => got.length === 1);
  expect(got[0] && (await contentOf(got[0].fetched))).toBe(sha256);
  expect(Math.max(...far.sent.map(({ message }) => message.length))).toBeLessThan(257 * 1024);
});

test('[J6] lost again and again, it goes on from what is here', async () => {
  const { got, want, lose, wantsOf, arrives } = exchange();
  want();
  for (const part of [1, 2, 3, 4]) {
    await arrives(part, part * 2 ** 20);
    lose();
  }
  await until(() => got.length === 1);
  expect(got[0] && (await contentOf(got[0].fetched))).toBe(sha256);
  expect(wantsOf().map((from) => Math.floor(from / 2 ** 20))).toEqual([0, 1, 2, 3, 4]);
});

test('[J6] however slow the line becomes, it goes on', async () => {
  let times = 0;
  // Each look at the clock is further away than the one before.
  const { got, want, far } = exchange(undefined, undefined, () => (times += 1) ** 3);
  want();
  await until(() => got.length === 1);
  expect(got[0] && (await contentOf(got[0].fetched))).toBe(sha256);
  expect(far.sent.at(-5)?.message.length).toBeLessThan(130 * 1024);
});

test('[J7] one flipped bit is noticed, and the file fetched once more', async () => {
  let sent = 0;
  const { got, want, wantsOf } = exchange(undefined, (message) => {
    sent += 1;
    if (sent !== 7) return message;
    const flipped = message.slice();
    flipped[flipped.length - 1] = (flipped.at(-1) ?? 0) ^ 1;
    return flipped;
  });
  want();
  await until(() => got.length === 1);
  expect(wantsOf()).toEqual([0, 0]);
  expect(got[0] && (await contentOf(got[0].fetched))).toBe(sha256);
});

test('[J7] an owner whose file is another than it says is given up, and nothing is saved', async () => {
  const { got, want, transfer } = exchange(() => ({
    file: new Blob([bytes]),
    sha256: Promise.resolve('0'.repeat(64)),
  }));
  want();
  await until(() => transfer()?.phase === 'failed');
  expect([transfer()?.failure, got]).toEqual(['broken', []]);
});

test('[J6] of one owner one file comes at a time, in the order in which they were wanted', async () => {
  const { got, want, transfer, arrives } = exchange();
  const [first, second] = [of('first'), of('second')];
  want(first);
  want(second);
  await arrives(1, 2 ** 20);
  expect([transfer(first)?.phase, transfer(second)?.phase]).toEqual(['running', 'waiting']);
  await until(() => got.length === 2);
  expect(got.map(({ name }) => name)).toEqual(['first', 'second']);
});

test('[J8] what its owner cannot serve before it is chosen again goes on when it is', async () => {
  let isThere = false;
  const { server, got, want, transfer } = exchange(() =>
    isThere ? { file: new Blob([bytes]), sha256: Promise.resolve(sha256) } : 'choose-again',
  );
  want();
  await until(() => transfer()?.phase === 'choose-again');
  isThere = true;
  server.ready(file.id);
  await until(() => got.length === 1);
});

test('[J1] a file that is withdrawn while it is fetched is not sent on', async () => {
  const { server, want, transfer, far, arrives } = exchange();
  want();
  await arrives(1, 2 ** 20);
  server.drop(file.id);
  await until(() => transfer()?.phase === 'failed');
  const sent = far.sent.length;
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(far.sent.length).toBe(sent);
});

test('no more of a file is under way than its owner may send before it hears that it has arrived', async () => {
  const { far, want, server } = exchange();
  far.receive('file', (message) => {
    const decoded = decodeFileMessage(message);
    // Nothing is ever confirmed.
    if (decoded?.message.type === 'file.want') server.receive(decoded.message);
  });
  want();
  await until(() => far.sent.length >= 2);
  await new Promise((resolve) => setTimeout(resolve, 100));
  const pieces = far.sent.reduce((sum, { message }) => sum + message.length, 0);
  expect(pieces).toBeLessThan(3 * 2 ** 20);
});

test('[J6] a side that says all has arrived, but acknowledges nothing to the link, gets no more until it does', async () => {
  let unsent = 0;
  const { far, want, got } = exchange(undefined, (message) => {
    far.hold((unsent += message.length));
    return message;
  });
  want();
  await until(() => unsent > 3.5 * 2 ** 20);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(unsent).toBeLessThan(4.01 * 2 ** 20);
  unsent = 0;
  far.hold(0);
  await until(() => got.length === 1);
});
