import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergeSteps } from '../../../shared/browser/playback/page/merge-steps.ts';
import type { PageStep } from '../../../shared/browser/playback/page/page-step.ts';
import { createTabPicture } from '../../../shared/browser/playback/page/tab-picture.ts';
import { honestChanges, moves } from '../../support/honest-changes.ts';
import { page, text } from '../../support/page-events.ts';

const viewport = { width: 800, height: 600, pixelRatio: 1 };
const batch = (at: number, json: string, part: { isSnapshot?: boolean; frame?: number; documentId?: string } = {}) =>
  ({
    ...{ at, kind: 'batch', isSnapshot: false, frame: 0, owner: null, documentId: 'd', seq: at, viewport, more: false },
    ...part,
    json,
  }) satisfies PageStep;
const pointer = (at: number): PageStep => ({
  at,
  kind: 'pointer',
  pointer: { documentId: 'd', at: null, x: at / 1_000, y: 0, presses: 0, here: true },
});
const said = (steps: readonly PageStep[]) =>
  mergeSteps(steps).map((step) => (step.kind === 'batch' ? `${step.seq} ${step.json}` : `${step.kind} ${step.at}`));

test('[O1] batches that follow each other are one, and of pointers the last counts', () => {
  expect(said([batch(1, '[1]'), pointer(2), batch(3, ' [ ] '), pointer(4), batch(5, '[2,3]')])).toEqual([
    '5 [1,2,3]',
    'pointer 4',
  ]);
});

test('[O1] a snapshot, another frame, another document and what is no list stay apart', () => {
  const apart = [
    batch(1, '[1]', { isSnapshot: true }),
    batch(2, '[2]'),
    batch(3, '[3]', { frame: 1 }),
    batch(4, '[4]', { documentId: 'e' }),
    batch(5, '"[5"'),
    batch(6, '[6]'),
  ];
  expect(mergeSteps(apart.map((step, at) => (at === 4 ? { ...step, documentId: 'e' } : step)))).toHaveLength(6);
  const large = batch(1, `[${'1,'.repeat(100_000)}1]`);
  expect(mergeSteps([large, { ...large, seq: 2 }])).toHaveLength(2);
  expect(said([pointer(1), { at: 2, kind: 'blank', why: 'lost' }])).toEqual(['blank 2']);
});

test('[O1] whatever has happened, it looks the same', () => {
  fc.assert(
    fc.property(moves, (some) => {
      const first = batch(0, JSON.stringify([page([text(5, 'x')])]), { isSnapshot: true });
      const steps = some
        .flatMap(honestChanges())
        .flatMap((event, at) => [pointer(at), batch(at, JSON.stringify([event]))]);
      const [one, other] = [createTabPicture(), createTabPicture()];
      for (const step of [first, ...steps]) one.apply(step);
      const merged = mergeSteps([first, ...steps]);
      for (const step of merged) other.apply(step);
      expect(merged.length).toBeLessThan(4);
      expect(other.whole(1)).toEqual(one.whole(1));
    }),
  );
});
