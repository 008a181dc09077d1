import { filePieceSentBytes } from '../../protocol/file.ts';

/** As much as assets may have under way: less would let a busy computer, which is late with all, stop a file. */
const leastBytes = 256 * 1024;
const mostBytes = 2 * 1024 * 1024;
const firstBytes = 512 * 1024;
/** What a file may add to the way of everything else. */
const mayDelayMs = 100;
const shrinkBy = 0.7;

/**
 * How many bytes of a file may be under way: as many as keep the line busy, and no more, or all else that the line
 * carries would wait in its queues. A piece that takes 100 ms longer than the quickest one has waited in a queue.
 */
export function createYieldingWindow(now: () => number) {
  const marks: { upTo: number; at: number }[] = [];
  let bytes = firstBytes;
  let quickestMs = Infinity;
  /** Until the first queue is met it doubles each round. */
  let isStarting = true;
  let lastShrunkAt = -Infinity;

  function forget(): void {
    marks.length = 0;
    quickestMs = Infinity;
    isStarting = true;
  }

  return {
    bytes: (): number => bytes,

    /** A piece is never all that may be under way: on a slow line the next would wait for its confirmation. */
    pieceBytes: (): number => Math.min(filePieceSentBytes, Math.floor(bytes / 2)),

    sent: (upTo: number): void => void marks.push({ upTo, at: now() }),

    got(upTo: number): void {
      const count = marks.findLastIndex((mark) => mark.upTo <= upTo) + 1;
      const newest = marks.splice(0, count).at(-1);
      if (!newest) return;
      const tookMs = now() - newest.at;
      quickestMs = Math.min(quickestMs, tookMs);
      if (tookMs <= quickestMs + mayDelayMs) {
        bytes = Math.min(mostBytes, bytes + (isStarting ? leastBytes * count : (leastBytes * leastBytes) / bytes));
        return;
      }
      isStarting = false;
      // What is under way was sent with the window as it was.
      if (now() - lastShrunkAt < tookMs) return;
      lastShrunkAt = now();
      bytes = Math.max(leastBytes, bytes * shrinkBy);
    },

    /** Another path, or another stream: what was measured says nothing of it. */
    forget,
  };
}
