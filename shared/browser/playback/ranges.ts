import type { ChunkEntry } from '../../recording/manifest.ts';

/** What is asked for at once. */
interface Range {
  from: number;
  to: number;
  /** Something is missing before it. */
  isAfterGap: boolean;
}

/**
 * Little at first, so that there is soon something to see; then more at a time. A page at rest has an hour in few bytes
 * but many chunks, and each is a file for the relay.
 */
const first = { bytes: 256 * 1024, chunks: 16 };
const mostBytes = 4 * 1024 * 1024;

/** Whole chunks, in order. `done`: how many ranges of this recording there have been. */
export function* rangesOf(entries: readonly ChunkEntry[], done: number): Generator<Range, void> {
  let times = 2 ** Math.min(done, 24);
  let at = 0;
  let next = 0;
  let range: Range | null = null;
  let chunks = 0;
  for (const [n, length] of entries) {
    const isAfterGap = n !== next;
    const isFull =
      range !== null &&
      (range.to - range.from >= Math.min(mostBytes, first.bytes * times) || chunks >= first.chunks * times);
    if (range && (isAfterGap || isFull)) {
      yield range;
      range = null;
      times *= 2;
    }
    if (!range) chunks = 0;
    range ??= { from: at, to: at, isAfterGap };
    at += length;
    range.to = at;
    chunks += 1;
    next = n + 1;
  }
  if (range) yield range;
}
