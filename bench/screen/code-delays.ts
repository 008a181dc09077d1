import { decode } from './bar-code.ts';
import type { Change } from './eyes.ts';

export interface CodeDelays {
  /** From a frame on the one screen to the same frame on the other, ms, for each that came. */
  delays: number[];
  /** Frames that came, and that there were. */
  seen: number;
  made: number;
}

const lateAtMostMs = 5_000;

/** Each number once, when it was seen first. */
function numbersIn(changes: readonly Change[]): { number: number; at: number }[] {
  let last: number | null = null;
  return changes.flatMap(({ bits, at }) => {
    const number = decode(bits);
    if (number === null || number === last) return [];
    last = number;
    return [{ number, at }];
  });
}

/** `source`: what the customer's screen showed; `picture`: what the host's did. */
export function codeDelays(source: readonly Change[], picture: readonly Change[]): CodeDelays {
  const made = numbersIn(source);
  const seen = numbersIn(picture);
  const delays = seen.flatMap(({ number, at }) => {
    // Numbers come again after a while: it is the latest that may be meant.
    const from = made.findLast((one) => one.number === number && one.at <= at);
    return from && at - from.at < lateAtMostMs ? [at - from.at] : [];
  });
  return { delays, seen: seen.length, made: made.length };
}
