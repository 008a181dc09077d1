import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { createDownloads } from '../../../extension/console/folder/create-downloads.ts';
import { memoryBytes } from '../../../shared/browser/files/file-space.ts';
import type { Outcome } from '../../../shared/folder/folder-root.ts';
import { memoryDisk } from '../../lab/memory-disk.ts';

const bytes = new Uint8Array(100_000).map((_, at) => (at * 31) & 255);
const sha256 = createHash('sha256').update(bytes).digest('hex');

function downloads() {
  const saved: { name: string; blob: Blob }[] = [];
  const to = createDownloads({
    sessionId: 'session',
    disk: memoryDisk(),
    save: (name, blob) => void saved.push({ name, blob }),
  });
  return { to, saved };
}
function valueOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.value;
}

test('a file comes in parts and goes to the downloads once it is whole, under its name', async () => {
  const { to, saved } = downloads();
  const file = valueOf(await to.create(['papers', 'a.csv'], bytes.length, false));
  // As they are copied: more than one at a time on its way.
  const parts = [bytes.slice(0, 40_000), bytes.slice(40_000, 90_000), bytes.slice(90_000)];
  const written = await Promise.all(parts.map((part) => file.write(part)));
  expect(written.map(({ ok }) => ok)).toEqual([true, true, true]);
  expect(saved).toEqual([]);
  expect((await file.finish(sha256)).ok).toBe(true);
  expect(saved.map(({ name }) => name)).toEqual(['a.csv']);
  expect(new Uint8Array((await saved[0]?.blob.arrayBuffer()) ?? [])).toEqual(bytes);
});

test('two files of one name at the same time keep to themselves', async () => {
  const { to, saved } = downloads();
  const files = await Promise.all([1, 2].map(async () => valueOf(await to.create(['a.csv'], bytes.length, false))));
  for (const part of [bytes.slice(0, 50_000), bytes.slice(50_000)]) {
    for (const file of files) await file.write(part);
  }
  for (const file of files) expect((await file.finish(sha256)).ok).toBe(true);
  expect(saved.map(({ blob }) => blob.size)).toEqual([bytes.length, bytes.length]);
});

test('what is another than what was read is not given to the downloads', async () => {
  const { to, saved } = downloads();
  const file = valueOf(await to.create(['a.csv'], bytes.length, false));
  await file.write(bytes.slice(0, 50_000));
  await file.write(bytes.slice(0, 50_000));
  expect(await file.finish(sha256)).toEqual({ ok: false, code: 'wrong-hash' });
  expect(saved).toEqual([]);
});

test('where the browser keeps nothing a file beyond its memory is refused at the beginning', async () => {
  const { to } = downloads();
  expect(await to.create(['a.iso'], memoryBytes + 1, false)).toEqual({ ok: false, code: 'too-large' });
});
