/** After a change, a frame's next document may be a while in coming. */
const lookAgainMs = [0, 200, 1_000, 4_000];

/** Runs `inject` a few times after each change, never twice at once; what is injected already does nothing. */
export function createFrameInjection(inject: () => Promise<unknown>, signal: AbortSignal): { changed(): void } {
  let timers: ReturnType<typeof setTimeout>[] = [];
  let running = false;
  let again = false;

  async function run() {
    again = running;
    if (running || signal.aborted) return;
    running = true;
    await inject().catch(() => undefined);
    running = false;
    if (again) void run();
  }
  const clear = () => timers.forEach(clearTimeout);
  signal.addEventListener('abort', clear);

  return {
    changed() {
      clear();
      timers = signal.aborted ? [] : lookAgainMs.map((ms) => setTimeout(() => void run(), ms));
    },
  };
}
