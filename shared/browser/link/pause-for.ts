/** Waits; less if the network comes back or the signal aborts. */
export function pauseFor(ms: number, network: EventTarget, signal: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  if (signal.aborted) return Promise.resolve();
  const done = new AbortController();
  function finish(): void {
    clearTimeout(timer);
    done.abort();
    resolve();
  }
  const timer = setTimeout(finish, ms);
  network.addEventListener('online', finish, { signal: done.signal });
  signal.addEventListener('abort', finish, { signal: done.signal });
  return promise;
}
