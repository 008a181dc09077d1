import type { ScreenInput } from '../../../protocol/screen-control.ts';
import { screenLimits } from '../../../protocol/screen-limits.ts';
import { createTokenBucket } from '../../../protocol/token-bucket.ts';

/** How fast a viewer may be. */
export function createScreenRates(now: () => number) {
  const { inputsPerSecond, inputsAtOnce, charsPerSecond, charsAtOnce, beginsPerSecond, beginsAtOnce } = screenLimits;
  const inputs = createTokenBucket(inputsPerSecond, inputsAtOnce, now);
  const characters = createTokenBucket(charsPerSecond, charsAtOnce, now);
  const begins = createTokenBucket(beginsPerSecond, beginsAtOnce, now);
  return {
    mayBegin: () => begins.take(),
    mayInput: (input: ScreenInput): boolean => {
      if (!inputs.take()) return false;
      if (input.type === 'screen.raise') return begins.take();
      return input.type !== 'screen.text' || characters.take(input.text.length);
    },
  };
}
