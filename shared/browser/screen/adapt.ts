import { slowSteps } from './quality.ts';

/** What one second of sending was like. */
export interface Second {
  /** Frames that were encoded. */
  sentFps: number;
  /** Frames that the source had, as far as they may be sent. */
  sourceFps: number;
  /** The encoder was held back by the line or by the processor. */
  limited: boolean;
}

export interface Adapted {
  /** How far down `slowSteps` the picture is. */
  step: number;
  /** Seconds in a row without strain. */
  calm: number;
}

export const fresh: Adapted = { step: 0, calm: 0 };
/** Below one frame a second a picture would soon stand still for two seconds. */
const strainedBelowFps = 1.5;
const calmSeconds = 10;
/** Browsers take a still screen once a second. */
const restsBelowFps = 2;
/** What stands still is read, and costs the line one picture: it soon becomes as sharp as it can. */
const restingSeconds = 2;

/** Smaller at once when frames fail to leave a source that moves; larger again after ten calm seconds, or two at rest. */
export function adapt({ step, calm }: Adapted, { sentFps, sourceFps, limited }: Second): Adapted {
  if (sourceFps >= 3 && sentFps < strainedBelowFps) return { step: Math.min(step + 1, slowSteps.length - 1), calm: 0 };
  if (limited || step === 0) return { step, calm: 0 };
  const enough = sourceFps < restsBelowFps ? restingSeconds : calmSeconds;
  return calm + 1 >= enough ? { step: step - 1, calm: 0 } : { step, calm: calm + 1 };
}
