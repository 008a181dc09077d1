import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Asks again each 50 ms until the answer is neither null, undefined nor false; throws with `what`, and with what is
 * `seen` instead, after the time.
 */
export async function waitFor<T>(
  what: string,
  ask: () => Promise<T | null | undefined | false> | T | null | undefined | false,
  timeoutMs = 10_000,
  seen?: () => Promise<string>,
): Promise<T> {
  const until = performance.now() + timeoutMs;
  let lastError: unknown;
  while (performance.now() < until) {
    try {
      const answer = await ask();
      if (answer !== null && answer !== undefined && answer !== false) return answer;
    } catch (error) {
      lastError = error;
    }
    await sleep(50);
  }
  const instead = await seen?.().catch(() => 'nothing, since it is gone');
  const told = instead === undefined ? '' : ` Seen instead: ${instead}`;
  throw new Error(`Waited ${timeoutMs} ms in vain for ${what}.${told}`, { cause: lastError });
}
