import type { Counted } from './screen-stats.ts';

type Frames = Pick<Counted, 'frames' | 'coarseness'>;

/**
 * How coarse a sender's frames were between two counts, of the coarsest so far: whatever measure its codec has.
 * Null: it does not say.
 */
export function createCoarse(): (before: Frames, after: Frames) => number | null {
  let most = 0;
  return (before, after) => {
    const frames = after.frames - before.frames;
    const mean = frames > 0 ? (after.coarseness - before.coarseness) / frames : 0;
    most = Math.max(most, mean);
    return mean > 0 ? mean / most : null;
  };
}
