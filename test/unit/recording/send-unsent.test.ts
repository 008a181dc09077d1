import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Put } from '../../../shared/browser/recording/put-chunk.ts';
import { createUnsentSender } from '../../../shared/browser/recording/send-unsent.ts';
import type { Kept, Unsent } from '../../../shared/browser/recording/unsent.ts';
import type { UnsentStore } from '../../../shared/browser/recording/unsent-store.ts';

/** A disk that outlives the windows. */
function createDisk(): UnsentStore & { kept: Map<number, Kept> } {
  const kept = new Map<number, Kept>();
  let last = 0;
  return {
    kept,
    async add(item) {
      last += 1;
      kept.set(last, { ...item, id: last, sessionId: 's', at: 0 });
      return last;
    },
    remove: async (id) => void kept.delete(id),
    all: async () => [...kept.values()],
  };
}
const track: Unsent = { kind: 'track', recordingId: 'r', trackId: 't', track: { kind: 'page', startsAt: 0, of: null } };
const chunk = (n: number, recordingId = 'r'): Unsent => ({
  ...{ kind: 'chunk', recordingId, trackId: 't', n, from: 0, to: 0 },
  bytes: new Uint8Array(10),
});
const nameOf = (item: Unsent) => (item.kind === 'track' ? 'track' : `${item.recordingId}${item.n}`);
const ok: Put = { ok: true };
const later: Put = { ok: false, why: 'later' };

describe('[R6] what waits for the relay', () => {
  let life: AbortController;
  let disk: ReturnType<typeof createDisk>;
  let got: string[];
  let answer: (item: Unsent) => Put;
  let gone: [string, string][];
  const sender = (limitBytes?: number) =>
    createUnsentSender({
      store: disk,
      async send(item) {
        await sleep(1);
        const put = answer(item);
        if (put.ok) got.push(nameOf(item));
        return put;
      },
      refused: (...said) => gone.push(said),
      signal: life.signal,
      network: new EventTarget(),
      ...(limitBytes !== undefined && { limitBytes }),
    });
  const idle = async () => await expect.poll(() => disk.kept.size, { timeout: 10_000 }).toBe(0);
  beforeEach(() => {
    [life, disk, got, gone, answer] = [new AbortController(), createDisk(), [], [], () => ok];
  });
  afterEach(() => life.abort());

  test('goes with its track first, and stays until it is acknowledged', async () => {
    const sends = sender();
    for (const item of [track, chunk(0), chunk(1), chunk(2), chunk(3)]) sends.put(item);
    await idle();
    expect(got[0]).toBe('track');
    expect(got.toSorted()).toEqual(['r0', 'r1', 'r2', 'r3', 'track']);
    expect(sends.bytes).toBe(0);
  });

  test('is sent again while the relay is away', async () => {
    let tries = 0;
    answer = () => ((tries += 1) > 3 ? ok : later);
    const sends = sender();
    for (const item of [track, chunk(0), chunk(1)]) sends.put(item);
    await idle();
    expect(got).toHaveLength(3);
    expect(tries).toBeGreaterThan(3);
  });

  test('is sent by the next window when this one is gone', async () => {
    answer = () => later;
    const first = sender();
    for (const item of [track, chunk(0), chunk(1)]) first.put(item);
    await sleep(50);
    life.abort();
    await sleep(50);
    expect(disk.kept.size).toBe(3);
    life = new AbortController();
    answer = () => ok;
    const second = sender();
    await second.takeUp();
    second.put(chunk(2));
    await idle();
    expect(got).toEqual(['track', 'r0', 'r1', 'r2']);
  });

  test('is not sent to a disk that is full, and another recording is', async () => {
    answer = (item) =>
      item.recordingId === 'r' && item.kind === 'chunk'
        ? { ok: false, why: 'refused', code: 'recording.disk-full' }
        : ok;
    const sends = sender();
    for (const item of [track, chunk(0), chunk(1), chunk(0, 'other')]) sends.put(item);
    await idle();
    expect(got).toEqual(['track', 'other0']);
    expect(gone).toEqual([['r', 'recording.disk-full']]);
  });

  test('one piece that comes too late holds up no other', async () => {
    answer = (item) =>
      item.kind === 'chunk' && item.n === 0 ? { ok: false, why: 'refused', code: 'recording.over' } : ok;
    const sends = sender();
    for (const item of [track, chunk(0), chunk(1)]) sends.put(item);
    await idle();
    expect([got, gone]).toEqual([['track', 'r1'], []]);
  });

  test('has a limit', () => {
    answer = () => later;
    const sends = sender(25);
    expect([chunk(0), chunk(1), chunk(2)].map((one) => sends.put(one))).toEqual([true, true, false]);
  });
});
