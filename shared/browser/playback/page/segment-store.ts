import { unpackSteps } from './pack-steps.ts';
import type { PageStep } from './page-step.ts';
import type { OpenSegment, Segment } from './segments.ts';

/** Packed; an hour of a busy page takes a hundredth of it. */
const bytesAtMost = 512 * 1024 * 1024;

/** A segment as it is played. */
interface Stretch {
  from: number;
  isCut: boolean;
  key(): readonly PageStep[];
  /** Of one that is not over: they grow. */
  steps(): readonly PageStep[];
}

export interface SegmentStore {
  /** False: there is no room for it. */
  add(segment: Segment): boolean;
  get(index: number): Stretch | undefined;
  /** The last that begins by then; -1: none does. */
  indexAt(at: number): number;
}

/** In the order of their time; the one that is being read comes after those that are over. */
export function createSegmentStore(reading: () => OpenSegment | null): SegmentStore {
  const segments: Segment[] = [];
  let bytes = 0;
  let isFull = false;
  const open = () => (isFull ? null : reading());
  return {
    add(segment) {
      isFull ||= bytes + segment.key.length + segment.steps.length > bytesAtMost;
      if (isFull) return false;
      bytes += segment.key.length + segment.steps.length;
      segments.push(segment);
      return true;
    },
    get(index) {
      const segment = segments[index];
      if (segment) {
        const { from, isCut, key, steps } = segment;
        return { from, isCut, key: () => unpackSteps(key), steps: () => unpackSteps(steps) };
      }
      const last = index === segments.length ? open() : null;
      return last ? { from: last.from, isCut: last.isCut, key: () => last.key, steps: () => last.steps } : undefined;
    },
    indexAt(at) {
      if ((open()?.from ?? Infinity) <= at) return segments.length;
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
