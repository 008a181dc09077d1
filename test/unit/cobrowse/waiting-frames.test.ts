import { expect, test } from 'vitest';
import { createWaitingFrames } from '../../../shared/browser/cobrowse/frames/waiting-frames.ts';
import type { Batch } from '../../../shared/browser/cobrowse/play/batch.ts';

const batch = (frame: number, seq: number, size = 2): Batch => ({
  frame,
  owner: { frame: 0, node: frame },
  documentId: 'AAAAAAAAAAAAAAAAAAAAAA',
  seq,
  viewport: { width: 1, height: 1, pixelRatio: 1 },
  more: false,
  events: new Uint8Array(size),
});

test('what comes before its element waits, and is played in order when that is there', () => {
  const waiting = createWaitingFrames();
  expect(waiting.add(batch(1, 1))).toBe(false);
  waiting.begin(batch(1, 1));
  expect(waiting.add(batch(1, 2))).toBe(true);
  expect(waiting.next(() => false)).toBeNull();
  expect(waiting.next(({ frame }) => frame === 1)?.map(({ seq }) => seq)).toEqual([1, 2]);
  expect(waiting.next(() => true)).toBeNull();
  expect(waiting.add(batch(1, 3))).toBe(false);
});

test('a newer snapshot of the same frame makes what waited void', () => {
  const waiting = createWaitingFrames();
  waiting.begin(batch(1, 1));
  waiting.add(batch(1, 2));
  waiting.begin(batch(1, 7));
  expect(waiting.next(() => true)?.map(({ seq }) => seq)).toEqual([7]);
});

test('frames that wait for ever do not fill the memory', () => {
  const waiting = createWaitingFrames();
  const large = 1024 * 1024;
  for (let frame = 1; frame <= 40; frame++) waiting.begin(batch(frame, 1, large));
  let kept = 0;
  while (waiting.next(() => true)) kept += 1;
  expect(kept).toBe(16);
  waiting.begin(batch(50, 1, large));
  expect(waiting.next(() => true)).toHaveLength(1);
});
