import { setTimeout as sleep } from 'node:timers/promises';

/** Runs the task and answers only at a whole multiple of `stepMs`, so that its time tells nothing of its outcome. */
export async function inSteps<T>(stepMs: number, task: () => Promise<T>): Promise<T> {
  const started = performance.now();
  const result = await task();
  const took = performance.now() - started;
  await sleep(Math.max(1, Math.ceil(took / stepMs)) * stepMs - took);
  return result;
}
