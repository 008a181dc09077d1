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

/** So much of what happened is played again to get to its end. */
const longestMs = 30_000;
const leastChars = 512 * 1024;

export interface SegmentWriter {
  add(steps: readonly PageStep[]): void;
  /** Whether a new one had better begin. `at`: of what comes next. */
  isFull(at: number): boolean;
  begin(from: number, key: readonly PageStep[], isCut?: boolean): void;
  end(): void;
}

const charsOf = (steps: readonly PageStep[]) =>
  steps.reduce((sum, step) => sum + (step.kind === 'batch' ? step.json.length : 200), 0);

/** Cuts what happened into segments: a busy page gets more of them, one at rest needs none. */
export function createSegmentWriter(put: (segment: Segment) => void): SegmentWriter {
  let open: {
    from: number;
    key: Uint8Array;
    isCut: boolean;
    keyChars: number;
    steps: PageStep[];
    chars: number;
  } | null = null;

  function end() {
    if (open) put({ from: open.from, key: open.key, isCut: open.isCut, steps: packSteps(open.steps) });
    open = null;
  }
  return {
    end,
    add(steps) {
      open?.steps.push(...steps);
      if (open) open.chars += charsOf(steps);
    },
    isFull(at) {
      if (!open) return true;
      if (open.steps.length === 0) return false;
      // A large page is no better off with more copies of it than there are changes.
      return at - open.from >= longestMs || open.chars >= Math.max(leastChars, open.keyChars);
    },
    begin(from, key, isCut = false) {
      end();
      open = { from, key: packSteps(key), isCut, keyChars: charsOf(key), steps: [], chars: 0 };
    },
  };
}
