/** Runs a step, one at a time: what is asked for meanwhile is one more afterwards. */
export function oneAtATime(step: () => Promise<void>, onFailed: () => void): () => void {
  let isAtWork = false;
  let isWanted = false;

  async function work(): Promise<void> {
    isAtWork = true;
    try {
      while (isWanted) {
        isWanted = false;
        await step();
      }
    } catch {
      isWanted = false;
      onFailed();
    } finally {
      isAtWork = false;
    }
  }

  return () => {
    isWanted = true;
    if (!isAtWork) void work();
  };
}
