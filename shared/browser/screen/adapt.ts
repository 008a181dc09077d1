import { slowSteps } from './quality.ts';

/** What one second of sending was like. */
export interface Second {
  /** Frames that were encoded. */
  sentFps: number;
  /** Frames that the source had, as far as they may be sent. */
  sourceFps: number;
  /** The encoder was held back by the line or by the processor. */
  limited: boolean;
  /** How coarse the frames were, of the coarsest so far, 0 to 1; null: the browser does not say. */
  coarse: number | null;
  /** How much of what left had been sent before, 0 to 1. */
  repeated: number;
}

export interface Adapted {
  /** How far down `slowSteps` the picture is. */
  step: number;
  /** Seconds in a row without strain. */
  calm: number;
  /** Seconds for which a picture that has just become larger may cost more. */
  spends: number;
  /** Seconds for which a fine picture is no reason to make it larger: that has just failed. */
  wary: number;
}

export const fresh: Adapted = { step: 0, calm: 0, spends: 0, wary: 0 };
/** Below one frame a second a picture would soon stand still for two seconds. */
const strainedBelowFps = 1.5;
/**
 * Firefox goes on at full size over a line that loses most of it, and sends that again: ten times what gets through.
 * A line that only is a lossy one has a share of a tenth.
 */
const floodedAbove = 0.3;
const calmSeconds = 10;
/** Some browsers take a still screen once a second. */
const restsBelowFps = 2;
/** What stands still is read, and costs the line one picture: it soon becomes as sharp as it can. */
const restingSeconds = 2;
/** Others go on as before; but each frame of the same picture is finer than the last, which none that moves ever is. */
const fineBelow = 0.7;
const spendSeconds = 5;
const warySeconds = 10;
const floodedWarySeconds = 30;

/**
 * Smaller at once when frames fail to leave a source that moves, or leave and are lost; larger again after ten calm
 * seconds, or two at rest, and at once when the picture has become fine.
 */
export function adapt(before: Adapted, second: Second): Adapted {
  const { step } = before;
  const { sentFps, sourceFps, limited, coarse, repeated } = second;
  const later = { spends: Math.max(0, before.spends - 1), wary: Math.max(0, before.wary - 1) };
  // The first frame of a larger picture is a big one.
  const isFirst = before.spends === spendSeconds;
  const isFlooded = repeated > floodedAbove;
  if (sourceFps >= 3 && (sentFps < strainedBelowFps || isFlooded) && !isFirst) {
    const wary = isFlooded ? floodedWarySeconds : before.spends > 0 ? warySeconds : later.wary;
    return { step: Math.min(step + 1, slowSteps.length - 1), calm: 0, spends: 0, wary };
  }
  if (step === 0) return { ...later, step, calm: 0 };
  if (coarse !== null && coarse < fineBelow && before.wary === 0) {
    return { step: 0, calm: 0, spends: spendSeconds, wary: 0 };
  }
  if (limited || (before.wary > 0 && sourceFps >= restsBelowFps)) return { ...later, step, calm: 0 };
  const enough = sourceFps < restsBelowFps ? restingSeconds : calmSeconds;
  const calm = before.calm + 1;
  return calm >= enough ? { ...later, step: step - 1, calm: 0 } : { ...later, step, calm };
}
