import { expect, test } from 'vitest';
import { createFrameTable } from '../../../shared/browser/cobrowse/frames/frame-table.ts';
import { limits } from '../../../shared/protocol/limits.ts';

function table() {
  let count = 0;
  return createFrameTable(() => `word-${++count}`);
}
/** A page with frame 1 in it and frame 2 in that, all of them known to the host. */
function nested() {
  const frames = table();
  frames.ready(0, 'page');
  frames.ready(1, 'outer');
  frames.ready(2, 'inner');
  const [outer, inner] = frames.uncalled();
  frames.place(0, outer?.nonce ?? '', 10);
  frames.place(1, inner?.nonce ?? '', 20);
  for (const frame of [0, 1, 2]) frames.shown(frame, 1);
  return frames;
}

test('the page can be shown at once, a frame when it is known where, and after what is around it', () => {
  const frames = table();
  frames.ready(0, 'page');
  frames.ready(1, 'outer');
  expect(frames.showable(0)).toEqual({ owner: null });
  expect(frames.showable(1)).toBeNull();
  const [call] = frames.uncalled();
  expect(frames.uncalled()).toEqual([]);
  expect(frames.place(0, call?.nonce ?? '', 10)).toBe(1);
  expect(frames.showable(1)).toBeNull();
  frames.shown(0, 1);
  expect(frames.showable(1)).toEqual({ owner: { frame: 0, node: 10 } });
});

test('a word counts once, and only where a document is', () => {
  const frames = table();
  frames.ready(0, 'page');
  frames.ready(1, 'outer');
  const [call] = frames.uncalled();
  expect(frames.place(7, call?.nonce ?? '', 10)).toBeNull();
  expect(frames.place(0, 'word-of-nobody', 10)).toBeNull();
  expect(frames.place(0, call?.nonce ?? '', 10)).toBe(1);
  expect(frames.place(0, call?.nonce ?? '', 11)).toBeNull();
});

test('no frame is inside itself', () => {
  const frames = nested();
  frames.ready(1, 'outer again');
  const call = frames.uncalled().find(({ frame }) => frame === 1);
  expect(frames.place(1, call?.nonce ?? '', 5)).toBeNull();
  const inner = frames.uncalled();
  expect(inner).toEqual([]);
  expect(frames.place(2, call?.nonce ?? '', 5)).toBe(1);
});

test('a snapshot makes the host need all that is inside anew', () => {
  const frames = nested();
  frames.shown(0, 1);
  expect(frames.entry(0)?.known).toBe(true);
  expect(frames.entry(1)?.known).toBe(false);
  expect(frames.showable(1)).not.toBeNull();
  expect(frames.showable(2)).toBeNull();
  frames.shown(1, 1);
  expect(frames.showable(2)).not.toBeNull();
});

test('frames that outlive a document look for their place in the next one', () => {
  const frames = nested();
  frames.ready(0, 'next page');
  expect(frames.showable(1)).toBeNull();
  expect(frames.uncalled().map(({ frame }) => frame)).toEqual([1]);
  expect(frames.entry(2)?.owner).toEqual({ frame: 1, node: 20 });
  expect(frames.entry(2)?.known).toBe(false);
});

test('a document that is back, as from the cache of the browser, keeps what is in it', () => {
  const frames = nested();
  frames.ready(0, 'page');
  expect(frames.entry(1)?.owner).toEqual({ frame: 0, node: 10 });
});

test('a page with frames without end is shown with so many', () => {
  const frames = table();
  frames.ready(0, 'page');
  for (let frame = 1; frame <= limits.framesAtOnce; frame++) expect(frames.ready(frame, `d${frame}`)).toBe(true);
  expect(frames.ready(limits.framesAtOnce + 1, 'one more')).toBe(false);
  frames.left(5);
  expect(frames.ready(limits.framesAtOnce + 1, 'one more')).toBe(true);
});

test('[B6] after a pause it is told again where to look, and counts from the first snapshot on', () => {
  const frames = nested();
  frames.ready(3, 'nowhere yet');
  const [before] = frames.uncalled();
  frames.shown(0, 7);
  expect(frames.entry(0)).toMatchObject({ known: true, from: 1 });
  frames.paused();
  expect(frames.entry(0)).toMatchObject({ recording: false, known: false, from: null });
  expect(frames.uncalled()).toEqual([before]);
  frames.shown(0, 9);
  expect(frames.entry(0)).toMatchObject({ known: true, from: 9 });
  expect(frames.showable(1)).toEqual({ owner: { frame: 0, node: 10 } });
});
