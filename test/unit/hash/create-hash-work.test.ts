import { createHash } from 'node:crypto';
import { expect, test, vi } from 'vitest';
import { createHashWork } from '../../../shared/browser/hash/create-hash-work.ts';
import type { FromHashWorker } from '../../../shared/browser/hash/hash-work.ts';

const bytes = new Uint8Array(5 * 2 ** 20 + 3).map((_, at) => (at * 31 + (at >> 8) * 7) & 255);
const sha256 = (content: Uint8Array) => createHash('sha256').update(content).digest('hex');

function work() {
  const said: FromHashWorker[] = [];
  const ask = createHashWork((message) => void said.push(message));
  const hashed = (id: number) =>
    vi.waitUntil(() => said.find((one) => one.type === 'hashed' && one.id === id), { timeout: 10_000, interval: 1 });
  return { said, ask, hashed };
}

test('a file is hashed as a whole, and one that cannot be read is told', async () => {
  const { ask, hashed } = work();
  const lost = new Blob([bytes]);
  lost.slice = () => {
    throw new DOMException('Gone.', 'NotReadableError');
  };
  ask({ type: 'file', id: 1, file: new Blob([bytes]) });
  ask({ type: 'file', id: 2, file: lost });
  expect(await hashed(1)).toEqual({ type: 'hashed', id: 1, sha256: sha256(bytes) });
  expect(await hashed(2)).toEqual({ type: 'hashed', id: 2, sha256: null });
});

test('files are read one after the other, however many are given at once', async () => {
  const { ask, hashed, said } = work();
  const sizes = [bytes.length, 1_000, 10];
  sizes.forEach((size, id) => ask({ type: 'file', id, file: new Blob([bytes.slice(0, size)]) }));
  await hashed(2);
  expect(said).toEqual(sizes.map((size, id) => ({ type: 'hashed', id, sha256: sha256(bytes.slice(0, size)) })));
});

test('a browser whose files are no streams of bytes hashes them too', async () => {
  const { ask, hashed } = work();
  const file = new Blob([bytes]);
  const { slice } = file;
  file.slice = (...range) => {
    const part = slice.apply(file, range);
    part.stream = () => new ReadableStream();
    return part;
  };
  ask({ type: 'file', id: 1, file });
  expect(await hashed(1)).toMatchObject({ sha256: sha256(bytes) });
});

test('streams whose parts come in turn are hashed each for itself', async () => {
  const { ask, hashed, said } = work();
  const other = bytes.toReversed();
  const give = (id: number, part: Uint8Array<ArrayBuffer>) => ask({ type: 'part', id, bytes: part });
  for (let at = 0; at < bytes.length; at += 300_000) {
    give(1, bytes.slice(at, at + 300_000));
    give(2, other.slice(at, at + 300_000));
  }
  ask({ type: 'end', id: 1 });
  ask({ type: 'end', id: 2 });
  expect(await hashed(1)).toMatchObject({ sha256: sha256(bytes) });
  expect(await hashed(2)).toMatchObject({ sha256: sha256(other) });
  expect(said.filter(({ type }) => type === 'took')).toHaveLength(36);
});

test('a stream that is dropped leaves nothing to another, and one without parts is empty', async () => {
  const { ask, hashed } = work();
  ask({ type: 'part', id: 1, bytes: bytes.slice(0, 10) });
  ask({ type: 'drop', id: 1 });
  ask({ type: 'end', id: 1 });
  expect(await hashed(1)).toMatchObject({ sha256: sha256(new Uint8Array()) });
});
