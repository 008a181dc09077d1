/** After a change, a frame's next document may be a while in coming. */
const lookAgainMs = [0, 200, 1_000, 4_000];
/** A page that makes frames all the time does not make us inject all the time; the next look finds them. */
const restMs = 100;

/**
 * Runs `inject` a few times after each change; what is injected already does nothing. Does not wait for one
 * run to end before the next: in a frame that hangs or has crashed it never ends.
 */
export function createFrameInjection(inject: () => Promise<unknown>, signal: AbortSignal): { changed(): void } {
  let timers: ReturnType<typeof setTimeout>[] = [];
  let ran = -Infinity;

  function run() {
    if (performance.now() - ran < restMs) return;
    ran = performance.now();
    // No access to the page, or none there: whoever injects into the page itself learns why.
    inject().catch(() => undefined);
  }
  const clear = () => timers.forEach(clearTimeout);
  signal.addEventListener('abort', clear);

  return {
    changed() {
      clear();
      timers = signal.aborted ? [] : lookAgainMs.map((ms) => setTimeout(run, ms));
    },
  };
}
