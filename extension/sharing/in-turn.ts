/** Runs one after the other, so that none writes over another's part; a failure is nobody's end. */
export function createInTurn(): (run: () => Promise<void>) => Promise<void> {
  let last = Promise.resolve();
  return (run) => {
    last = last.then(run).catch(() => undefined);
    return last;
  };
}
