/** Runs at most `width` at a time, the lowest rank first. */
export function createTurns(width: number) {
  let waiting: { rank: number; run: () => Promise<void> }[] = [];
  let running = 0;

  function next() {
    if (running >= width || waiting.length === 0) return;
    const first = waiting.reduce((best, one) => (one.rank < best.rank ? one : best));
    waiting.splice(waiting.indexOf(first), 1);
    running += 1;
    void first.run().finally(() => {
      running -= 1;
      next();
    });
  }
  return {
    /** `run` must not reject. */
    add(rank: number, run: () => Promise<void>) {
      waiting.push({ rank, run });
      next();
    },
    clear() {
      waiting = [];
    },
  };
}
