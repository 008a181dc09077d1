import { fails, type Outcome } from './folder-root.ts';

/** One change after the other, so that none takes place while the owner is asked about another. */
export function createInOrder(mostWaiting: number) {
  let turn: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  return async <T>(act: () => Promise<Outcome<T>>): Promise<Outcome<T>> => {
    if (waiting >= mostWaiting) return fails('too-many');
    waiting += 1;
    const acted = turn.then(act).finally(() => (waiting -= 1));
    turn = acted.catch(() => undefined);
    return acted;
  };
}
