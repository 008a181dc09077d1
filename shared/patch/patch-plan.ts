/**
 * What is to be done with the changes so far.
 * - `send`: ahead of the video
 * - `wait`: with those that come, when the line is free
 * - `leave`: they are the video's
 * - `clear`: so is all that the viewer has had ahead of it
 */
export type PatchStep = 'send' | 'wait' | 'leave' | 'clear';

export interface PatchLook {
  /** ms, never back. */
  now: number;
  /** Squares that have changed and have not been sent, of how many. */
  changed: number;
  squares: number;
  /** The viewer has just done something: what changes may be what came of it. */
  isAwaited: boolean;
  /** What was sent has arrived, or nearly. */
  isLineFree: boolean;
}

/** After the viewer has done something, what changes so soon is taken for what came of it. */
export const awaitedMs = 1_500;
/** What waits is looked at again after so long. */
export const lookAgainMs = 50;

/** More of the picture at once comes as fast by video, and costs less. */
const partAtMost = 1 / 8;
const largeRestMs = 300;
/** What waits longer would be older than the video. */
const lateAfterMs = 150;
/** What the line does not carry is left to the video for so long; twice as long each time while that goes on. */
const lateRestMs = 500;
const lateRestAtMostMs = 4_000;
const calmAfterMs = 3_000;

/** When the changes of a controlled screen go ahead of its video, and when they are the video's. */
export function createPatchPlan() {
  /** The viewer has something of ours over the video. */
  let covers = false;
  let waitsSince: number | null = null;
  let restsUntil = -Infinity;
  let lateRest = lateRestMs;
  let lateUntil = -Infinity;

  function leave(): PatchStep {
    const step = covers ? 'clear' : 'leave';
    covers = false;
    waitsSince = null;
    return step;
  }

  function late(now: number): PatchStep {
    lateRest = now - lateUntil > calmAfterMs ? lateRestMs : Math.min(2 * lateRest, lateRestAtMostMs);
    lateUntil = now + lateRest;
    restsUntil = lateUntil;
    return leave();
  }

  return ({ now, changed, squares, isAwaited, isLineFree }: PatchLook): PatchStep => {
    if (!isAwaited) return leave();
    if (changed > squares * partAtMost) {
      restsUntil = Math.max(restsUntil, now + largeRestMs);
      return leave();
    }
    if (changed === 0) return 'wait';
    if (now < restsUntil) return leave();
    if (isLineFree) {
      covers = true;
      waitsSince = null;
      return 'send';
    }
    waitsSince ??= now;
    return now - waitsSince > lateAfterMs ? late(now) : 'wait';
  };
}
