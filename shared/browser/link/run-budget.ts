const burst = 16;
const everyMs = 1_000;

/**
 * How many runs of the handshake may begin: a few at once, then one a second. Somebody in the middle learns the
 * words of a run before anybody sees them; without this they could begin runs until two happen to have the same.
 */
export function createRunBudget(now: () => number = () => performance.now()): { take(): boolean } {
  let left = burst;
  let at = now();
  return {
    take() {
      const time = now();
      left = Math.min(burst, left + (time - at) / everyMs);
      at = time;
      if (left < 1) return false;
      left -= 1;
      return true;
    },
  };
}
