import fc from 'fast-check';
import { expect, test } from 'vitest';
import { distanceOf, further, isKeyFrameDue, isShortWay } from '../../../shared/browser/playback/page/key-frames.ts';
import type { PageStep } from '../../../shared/browser/playback/page/page-step.ts';

const viewport = { width: 800, height: 600, pixelRatio: 1 };
const batch = (chars: number, part: { isSnapshot?: boolean; more?: boolean } = {}): PageStep => ({
  ...{ at: 0, kind: 'batch', isSnapshot: false, frame: 0, owner: null, documentId: 'd', seq: 1, viewport, more: false },
  ...part,
  json: 'x'.repeat(chars),
});
const pointer: PageStep = { at: 0, kind: 'pointer', pointer: null };
/** How many of them come before the next key frame. */
function untilDue(key: readonly PageStep[], step: PageStep): number {
  let distance = distanceOf(key);
  let count = 0;
  for (; !isKeyFrameDue(distance); count += 1) distance = further(distance, step);
  return count;
}

test('[O1] a large page has fewer key frames than a small one of which as much changes', () => {
  const change = batch(500);
  expect(untilDue([batch(1_000_000, { isSnapshot: true })], change)).toBe(417);
  expect(untilDue([batch(300_000, { isSnapshot: true })], change)).toBe(125);
  // A small one is not written down over and over either.
  expect(untilDue([batch(2_000, { isSnapshot: true })], change)).toBe(28);
});

test('[O1] pointers make no key frames of themselves, and neither does a page that is coming', () => {
  expect(untilDue([batch(300_000, { isSnapshot: true })], pointer)).toBe(3_000);
  const coming = [
    batch(100_000, { isSnapshot: true, more: true }),
    batch(900_000, { more: true }),
    batch(900_000, { more: false }),
  ].reduce(further, distanceOf([]));
  expect(coming).toMatchObject({ page: 1_900_000, since: 0, isComing: false });
  expect(isKeyFrameDue(coming)).toBe(false);
});

test('[O1] whatever changes, the way from a key frame is no longer than reading it and the last change', () => {
  fc.assert(
    fc.property(fc.nat({ max: 500_000 }), fc.array(fc.nat({ max: 50_000 }), { maxLength: 100 }), (page, changes) => {
      let distance = distanceOf([batch(page, { isSnapshot: true })]);
      for (const chars of changes) {
        const next = further(distance, batch(chars));
        if (isKeyFrameDue(next)) {
          const last = chars * 4 + 400;
          expect(next.since).toBeLessThan(Math.max(64 * 1024, page) + last);
          distance = distanceOf([batch(page, { isSnapshot: true })]);
        } else distance = next;
      }
    }),
  );
});

test('[O1] a few changes are played as they were; many, and another page, are not', () => {
  expect(isShortWay([])).toBe(true);
  expect(isShortWay(Array.from({ length: 13 }, () => batch(500)))).toBe(true);
  expect(isShortWay(Array.from({ length: 14 }, () => batch(500)))).toBe(false);
  expect(isShortWay([batch(10, { isSnapshot: true })])).toBe(false);
});
