import { expect, test } from 'vitest';
import { createPagePlace } from '../../../shared/browser/playback/page/page-place.ts';
import { createPageReader } from '../../../shared/browser/playback/page/page-reader.ts';
import type { PageStep } from '../../../shared/browser/playback/page/page-step.ts';
import { createReading } from '../../../shared/browser/playback/page/reading.ts';
import { createSegmentStore } from '../../../shared/browser/playback/page/segment-store.ts';
import { createTabPicture } from '../../../shared/browser/playback/page/tab-picture.ts';
import { marked, pageWith } from '../../support/hostile-page.ts';
import { pageTrack } from '../../support/page-track.ts';

const second = 1_000;
const other = 'B'.repeat(22);
const words = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ type: 3, id: 1_000 + at, textContent: `word ${at}` }));

/** Twenty minutes at one page that says which second it is, and ten at another. */
const recorded = (() => {
  const track = pageTrack();
  track.snapshot(0, pageWith(words(50), '0'));
  for (let at = 1; at < 1_200; at += 1) track.events(at * second, [marked(String(at))]);
  track.snapshot(1_200 * second, pageWith(words(50), '1200'), other);
  for (let at = 1_201; at < 1_800; at += 1) track.events(at * second, [marked(String(at))], other);
  return track.bytes();
})();

function place(isOver = true) {
  let keys = 0;
  const reader = createPageReader({
    segment(segment) {
      keys += 1;
      store.add(segment);
    },
    sheets: () => undefined,
    blob: () => undefined,
    active: () => undefined,
    missing: () => undefined,
  });
  const store = createSegmentStore(reader.open);
  const reading = createReading(reader);
  reading.push({ type: 'track', startsAt: 0 });
  reading.push({ type: 'bytes', bytes: recorded.slice() });
  if (isOver) reading.push({ type: 'end', endsAt: 1_800 * second });
  while (reading.step());
  return { ...createPagePlace(store), store, keys: () => keys, until: reader.until };
}
const batches = (steps: readonly PageStep[]) => steps.filter((step) => step.kind === 'batch');
/** What whoever has played all of that has. */
function shown() {
  const picture = createTabPicture();
  return {
    play(steps: readonly PageStep[]) {
      for (const step of steps) picture.apply(step);
    },
    mark: () => /"data-mark":"(\d+)"/.exec(JSON.stringify(picture.frames.get(0)?.model.snapshot(0)))?.[1],
  };
}

test('[O1] the first seek shows the page whole, others change it, and another page is whole again', () => {
  const { seek } = place();
  const screen = shown();
  const go = (at: number, isFresh = false) => {
    const { steps, isWhole } = seek(at * second + 500, isFresh);
    screen.play(steps);
    expect(screen.mark()).toBe(String(at));
    return { isWhole, batches: batches(steps) };
  };
  expect(go(600).isWhole).toBe(true);
  expect(go(30)).toMatchObject({ isWhole: false, batches: [{ isSnapshot: false, documentId: 'A'.repeat(22) }] });
  expect(go(1_100)).toMatchObject({ isWhole: false, batches: [{ isSnapshot: false }] });
  expect(go(1_700)).toMatchObject({ isWhole: true, batches: [{ isSnapshot: true, documentId: other }, {}] });
  expect(go(1_300).isWhole).toBe(false);
  expect(go(1_100).isWhole).toBe(true);
  // Whoever has lost what was shown gets all of it.
  expect(go(1_000, true).isWhole).toBe(true);
});

test('[O1] a little further on it is played as it was, and the last batch tells when that is there', () => {
  const { seek, advance } = place();
  const screen = shown();
  screen.play(seek(100 * second, false).steps);
  const { steps, isWhole } = seek(103 * second, false);
  screen.play(steps);
  expect(isWhole).toBe(false);
  expect(batches(steps).map(({ at, json }) => [at, json === '[]'])).toEqual([
    [101 * second, false],
    [102 * second, false],
    [103 * second, false],
    [103 * second, true],
  ]);
  screen.play(advance(110 * second));
  expect(screen.mark()).toBe('110');
  screen.play(advance(1_500 * second));
  expect(screen.mark()).toBe('1500');
});

test('[O1] what is being read is shown as soon as it is known', () => {
  const { seek, until, keys, store } = place(false);
  const screen = shown();
  expect(until()).toBe(1_799 * second - 1);
  const before = keys();
  expect(store.get(before)?.from).toBeLessThan(1_799 * second);
  screen.play(seek(until(), false).steps);
  expect(screen.mark()).toBe('1798');
});

test('[O1] a page at which little happens has a key frame only now and then', () => {
  const { keys } = place();
  expect(keys()).toBeGreaterThan(4);
  expect(keys()).toBeLessThan(30);
});
