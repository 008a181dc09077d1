import { type Distance, distanceOf, further, isKeyFrameDue } from './key-frames.ts';
import { packSteps } from './pack-steps.ts';
import type { PageStep } from './page-step.ts';

/** A stretch of the recording that can be played by itself. */
export interface Segment {
  /** ms since the recording began. */
  from: number;
  /** Packed steps that show the page as it was then. */
  key: Uint8Array;
  /** Another page than before: also who comes from before needs the key. */
  isCut: boolean;
  /** Packed steps of what happened after. */
  steps: Uint8Array;
}

/** One that is not over. */
export interface OpenSegment {
  readonly from: number;
  readonly key: readonly PageStep[];
  readonly isCut: boolean;
  /** Grows. */
  readonly steps: readonly PageStep[];
}

export interface SegmentWriter {
  add(steps: readonly PageStep[]): void;
  /** Whether a new one had better begin. */
  isFull(): boolean;
  begin(from: number, key: readonly PageStep[], isCut?: boolean): void;
  end(): void;
  open(): OpenSegment | null;
}

/** Cuts what happened into segments: a busy page gets more of them, one at rest needs none. */
export function createSegmentWriter(put: (segment: Segment) => void): SegmentWriter {
  let open: (OpenSegment & { steps: PageStep[]; distance: Distance }) | null = null;

  function end() {
    if (!open) return;
    const { from, key, isCut, steps } = open;
    // First, so that nobody finds it twice.
    open = null;
    put({ from, key: packSteps(key), isCut, steps: packSteps(steps) });
  }
  return {
    end,
    add(steps) {
      if (!open) return;
      open.steps.push(...steps);
      open.distance = steps.reduce(further, open.distance);
    },
    isFull: () => !open || isKeyFrameDue(open.distance),
    begin(from, key, isCut = false) {
      end();
      open = { from, key, isCut, steps: [], distance: distanceOf(key) };
    },
    open: () => open,
  };
}
