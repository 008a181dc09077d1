import type { Batch } from '../play/batch.ts';

/** More than this is not kept waiting, in bytes of all frames together. */
const keptAtMost = 16 * 1024 * 1024;

export interface WaitingFrames {
  /** A snapshot that has no place yet; what waited for that frame before is void. */
  begin(snapshot: Batch): void;
  /** Keeps a later batch of a frame that waits. False when it does not wait. */
  add(batch: Batch): boolean;
  /** All that waits for the first frame that has a place now, in order; null when there is none. */
  next(hasPlace: (snapshot: Batch) => boolean): Batch[] | null;
  drop(frame: number): void;
  clear(): void;
}

/** A frame's content may come before the element that it belongs in, which the frame around sends in its own time. */
export function createWaitingFrames(): WaitingFrames {
  const waiting = new Map<number, Batch[]>();
  let kept = 0;

  function drop(frame: number) {
    for (const { events } of waiting.get(frame) ?? []) kept -= events.length;
    waiting.delete(frame);
  }
  function keep(batches: Batch[], batch: Batch) {
    kept += batch.events.length;
    batches.push(batch);
    waiting.set(batch.frame, batches);
    if (kept > keptAtMost) drop(batch.frame);
  }

  return {
    begin(snapshot) {
      drop(snapshot.frame);
      keep([], snapshot);
    },
    add(batch) {
      const batches = waiting.get(batch.frame);
      if (batches) keep(batches, batch);
      return batches !== undefined;
    },
    next(hasPlace) {
      for (const [frame, batches] of waiting) {
        const [snapshot] = batches;
        if (!snapshot || !hasPlace(snapshot)) continue;
        drop(frame);
        return batches;
      }
      return null;
    },
    drop,
    clear() {
      waiting.clear();
      kept = 0;
    },
  };
}
