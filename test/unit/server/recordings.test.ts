import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { blobSettings } from '../../../server/blobs/blob-settings.ts';
import { createBlobs } from '../../../server/blobs/create-blobs.ts';
import { createRecordings } from '../../../server/recordings/create-recordings.ts';
import type { Recordings } from '../../../server/recordings/recordings.ts';
import { openDatabase } from '../../../server/store/open-database.ts';
import { createRecordingStore } from '../../../server/store/recording-store.ts';
import { newId } from '../../../shared/protocol/new-id.ts';
import { readRecords, writeRecord } from '../../../shared/recording/format.ts';
import { recordingLimits } from '../../../shared/recording/recording-limits.ts';
import { startPostgres } from '../../support/postgres.ts';
import { startS3 } from '../../support/s3.ts';

const at = 1_800_000_000_123;
const secret = 'a secret of the relay that is long enough';
const text = (bytes: Uint8Array | undefined) => bytes && new TextDecoder().decode(bytes);
const bytesOf = (said: string) => new TextEncoder().encode(said);
const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

const places = {
  'node:sqlite and a folder': async () => {
    const folder = mkdtempSync(join(tmpdir(), 'beside-recordings-'));
    const { db } = await openDatabase(folder, undefined);
    const blobs = join(folder, 'blobs');
    return {
      db,
      settings: blobSettings({ BESIDE_S3_REGION: '' }, blobs),
      blobs,
      stop: () => rmSync(folder, { recursive: true, force: true }),
    };
  },
  'Postgres and S3': async () => {
    const [postgres, s3] = [await startPostgres(), await startS3()];
    const { db } = await openDatabase('', postgres.url);
    return {
      db,
      settings: blobSettings({ ...s3.env, BESIDE_S3_REGION: 'us-east-1' }, ''),
      blobs: s3.folder,
      stop: async () => {
        await s3.stop();
        await postgres.stop();
      },
    };
  },
};

describe.each(Object.keys(places) as (keyof typeof places)[])('[R6] recordings in %s', (place) => {
  let made: Awaited<ReturnType<(typeof places)[typeof place]>>;
  let recordings: Recordings;
  const withSecret = async (key: string) =>
    createRecordings({
      recordingStore: createRecordingStore(made.db),
      blobs: await createBlobs(made.settings),
      secret: key,
    });

  beforeAll(async () => {
    made = await places[place]();
    recordings = await withSecret(secret);
  }, 60_000);
  afterAll(async () => {
    await made.db.destroy();
    await made.stop();
  });

  async function begun(startedAt = at) {
    const [recordingId, trackId, sessionId] = [newId(), newId(), newId()];
    await recordings.begin({ recordingId, sessionId, site: 'Acme', startedAt, isAutomatic: false });
    expect(
      await recordings.addTrack(recordingId, trackId, { kind: 'page', startsAt: startedAt, of: null }, 'anna'),
    ).toEqual({ ok: true });
    const write = (n: number, said: string | Uint8Array) =>
      recordings.write({
        recordingId,
        trackId,
        n,
        from: n * 1_000,
        to: n * 1_000 + 900,
        bytes: typeof said === 'string' ? bytesOf(said) : said,
      });
    return { recordingId, trackId, sessionId, write };
  }
  async function readAll(recordingId: string, trackId: string, from = 0, to = Infinity) {
    const parts: Uint8Array[] = [];
    for await (const part of recordings.read(recordingId, trackId, from, to)) parts.push(part);
    return text(Buffer.concat(parts));
  }

  test('what is written is read back, in order, whole or in part', async () => {
    const { recordingId, trackId, sessionId, write } = await begun();
    for (const n of [2, 0, 1]) expect(await write(n, `part ${n}.`)).toEqual({ ok: true });
    expect(await readAll(recordingId, trackId)).toBe('part 0.part 1.part 2.');
    expect(await readAll(recordingId, trackId, 5, 9)).toBe('0.pa');
    expect(await readAll(recordingId, trackId, 14, 15)).toBe('p');
    expect(text(await recordings.readChunk(recordingId, trackId, 1))).toBe('part 1.');
    expect(await recordings.readChunk(recordingId, trackId, 3)).toBeUndefined();
    expect(await recordings.chunks(recordingId, trackId)).toEqual([
      [0, 7, 0, 900],
      [1, 7, 1_000, 1_900],
      [2, 7, 2_000, 2_900],
    ]);
    await recordings.end(recordingId, at + 3_000);
    await recordings.end(recordingId, at + 9_000);
    expect(await recordings.manifest(recordingId)).toEqual({
      recordingId,
      sessionId,
      site: 'Acme',
      startedAt: at,
      endedAt: at + 3_000,
      isAutomatic: false,
      tracks: [
        { trackId, kind: 'page', of: null, startsAt: at, endsAt: at + 2_900, chunks: 3, bytes: 21, isWhole: true },
      ],
    });
    expect((await recordings.ofSession(sessionId)).map((one) => one.recordingId)).toEqual([recordingId]);
    expect((await recordings.endedBefore(at + 3_001, 1_000, 0)).map((one) => one.recordingId)).toContain(recordingId);
    expect((await recordings.endedBefore(at + 3_000, 1_000, 0)).map((one) => one.recordingId)).not.toContain(
      recordingId,
    );
  });

  test('a chunk that comes again changes nothing, also when both come at once', async () => {
    const { recordingId, trackId, write } = await begun();
    await Promise.all([write(0, 'first'), write(0, 'first'), write(0, 'first')]);
    expect(await write(0, 'another')).toEqual({ ok: true });
    expect(await readAll(recordingId, trackId)).toBe('first');
    expect((await recordings.manifest(recordingId))?.tracks).toMatchObject([{ chunks: 1, bytes: 5 }]);
    // Begun again as well.
    expect(await recordings.addTrack(recordingId, trackId, { kind: 'call', startsAt: 1, of: null }, 'eve')).toEqual({
      ok: true,
    });
    expect(await recordings.track(recordingId, trackId)).toEqual({ kind: 'page', startsAt: at, of: null, by: 'anna' });
  });

  test('a number that is missing is known', async () => {
    const { recordingId, trackId, write } = await begun();
    await write(0, 'a');
    await write(2, 'c');
    expect((await recordings.manifest(recordingId))?.tracks).toMatchObject([{ isWhole: false, chunks: 2 }]);
    await write(1, 'b');
    expect((await recordings.manifest(recordingId))?.tracks).toMatchObject([{ isWhole: true }]);
    expect(await readAll(recordingId, trackId)).toBe('abc');
  });

  test('no byte of it lies there readable, and each opens in its own place with the site’s secret only', async () => {
    const { recordingId, trackId, write } = await begun();
    const [secretWord, megabyte] = ['canary-4711-in-the-clear', randomBytes(1024 * 1024)];
    await write(0, secretWord.repeat(100));
    await write(1, megabyte);
    await write(2, 'the last');
    for (const file of filesIn(made.blobs)) expect(readFileSync(file).includes(secretWord), file).toBe(false);
    expect(Buffer.compare((await recordings.readChunk(recordingId, trackId, 1)) ?? Buffer.of(), megabyte)).toBe(0);
    const other = await withSecret('another secret of the relay, as long as it');
    await expect(other.readChunk(recordingId, trackId, 0)).rejects.toThrow();
    // Put in another's place, or changed by a bit.
    const blobs = await createBlobs(made.settings);
    const nameOf = (n: number) => `recordings/${recordingId}/${trackId}/${n}`;
    const [zero, last] = [await blobs.get(nameOf(0)), await blobs.get(nameOf(2))];
    await blobs.put(nameOf(2), zero ?? Buffer.of());
    expect(await recordings.readChunk(recordingId, trackId, 2)).toBeUndefined();
    const bent = Buffer.from(last ?? []);
    bent[20] = (bent[20] ?? 0) ^ 1;
    await blobs.put(nameOf(2), bent);
    expect(await recordings.readChunk(recordingId, trackId, 2)).toBeUndefined();
  });

  test('a chunk that is lost takes its place with nothing, and what follows is read', async () => {
    const { recordingId, trackId, write } = await begun();
    const record = (tab: number) => writeRecord({ kind: 'seen', tab, at: tab, body: bytesOf('body') });
    for (const n of [0, 1, 2, 3]) await write(n, record(n));
    const blobs = await createBlobs(made.settings);
    const nameOf = (n: number) => `recordings/${recordingId}/${trackId}/${n}`;
    await blobs.remove(nameOf(1));
    await blobs.put(nameOf(2), bytesOf('changed, and of another length than it was before'));
    const parts: Uint8Array[] = [];
    for await (const part of recordings.read(recordingId, trackId, 0, Infinity)) parts.push(part);
    const { records, used } = readRecords(Buffer.concat(parts));
    expect([records.map(({ tab }) => tab), used]).toEqual([[0, 3], 60]);
    await recordings.erase(recordingId);
    expect(await readAll(recordingId, trackId)).toBe('');
  });

  test('what is erased is gone: bytes, rows and key; and nothing is added any more', async () => {
    const [gone, stays] = [await begun(), await begun()];
    for (const one of [gone, stays]) for (const n of [0, 1, 2]) await one.write(n, 'something');
    expect(await recordings.erase(gone.recordingId)).toEqual({ chunks: 3, bytes: 27 });
    expect(await recordings.manifest(gone.recordingId)).toBeUndefined();
    expect(await recordings.readChunk(gone.recordingId, gone.trackId, 0)).toBeUndefined();
    expect(await gone.write(3, 'late')).toEqual({ ok: false, code: 'unknown' });
    expect(filesIn(made.blobs).filter((file) => file.includes(gone.recordingId))).toEqual([]);
    expect(await readAll(stays.recordingId, stays.trackId)).toBe('something'.repeat(3));
    expect(await recordings.erase(gone.recordingId)).toEqual({ chunks: 0, bytes: 0 });
  });

  test('more than a recording may have is refused', async () => {
    const { recordingId, write } = await begun();
    await made.db
      .updateTable('recording')
      .set({ bytes: recordingLimits.bytes - 4 })
      .where('id', '=', recordingId)
      .execute();
    expect(await write(0, 'five!')).toEqual({ ok: false, code: 'too-much' });
    expect(await write(0, 'four')).toEqual({ ok: true });
  });
});

test('[R6] a chunk in a folder is there whole or not at all', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'beside-blobs-'));
  try {
    const blobs = await createBlobs({ kind: 'folder', folder });
    expect(await blobs.put('a/b/0', bytesOf('one'))).toEqual({ ok: true });
    // Left by a relay that died while it wrote.
    writeFileSync(join(folder, 'a/b/1.xyz.tmp'), 'half');
    expect(await blobs.get('a/b/1')).toBeUndefined();
    expect(await blobs.put('a/b/0', bytesOf('two'))).toEqual({ ok: true });
    expect(text(await blobs.get('a/b/0'))).toBe('two');
    await blobs.removeAll('a');
    expect(filesIn(folder)).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
