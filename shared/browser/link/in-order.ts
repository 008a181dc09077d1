/**
 * Uses the results of asynchronous work in the order in which the work was given, however long each takes.
 * An error in one is reported as an uncaught one and does not stop the others.
 */
export function createInOrder(): <T>(work: Promise<T>, use: (result: T) => void | Promise<void>) => void {
  let tail = Promise.resolve();
  return (work, use) => {
    tail = Promise.all([work, tail])
      .then(([result]) => use(result))
      .catch((error: unknown) => {
        queueMicrotask(() => {
          throw error;
        });
      });
  };
}
