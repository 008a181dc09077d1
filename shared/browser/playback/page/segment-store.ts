import type { Segment } from './segments.ts';

/** Packed; an hour of a busy page takes a hundredth of it. */
const bytesAtMost = 512 * 1024 * 1024;

export interface SegmentStore {
  /** False: there is no room for it. */
  add(segment: Segment): boolean;
  get(index: number): Segment | undefined;
  /** The last that begins by then; -1: none does. */
  indexAt(at: number): number;
}

/** In the order of their time. */
export function createSegmentStore(): SegmentStore {
  const segments: Segment[] = [];
  let bytes = 0;
  return {
    add(segment) {
      if (bytes + segment.key.length + segment.steps.length > bytesAtMost) return false;
      bytes += segment.key.length + segment.steps.length;
      segments.push(segment);
      return true;
    },
    get: (index) => segments[index],
    indexAt(at) {
      let [low, high] = [0, segments.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((segments[middle]?.from ?? 0) <= at) low = middle + 1;
        else high = middle;
      }
      return low - 1;
    },
  };
}
