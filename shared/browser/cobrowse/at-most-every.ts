/** `work`, at once or when `ms` have passed since the last time; asked again meanwhile it is done once. */
export function atMostEvery(ms: number, work: () => void, life: AbortSignal): () => void {
  let last = -Infinity;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  function run() {
    waiting = undefined;
    if (life.aborted) return;
    last = performance.now();
    work();
  }
  life.addEventListener('abort', () => clearTimeout(waiting));
  return () => {
    if (waiting !== undefined || life.aborted) return;
    const waitMs = last + ms - performance.now();
    if (waitMs <= 0) run();
    else waiting = setTimeout(run, waitMs);
  };
}
