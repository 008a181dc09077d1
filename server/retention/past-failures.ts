/**
 * A step over the oldest that there are, some at a time. What fails stays, as the oldest; so many are passed over the
 * next time, or they would keep all younger ones for ever. Those are tried again when the end has been reached.
 */
export function pastFailures<T>(
  find: (before: number, atMost: number, skip: number) => Promise<readonly T[]>,
  /** How many went. */
  forget: (found: readonly T[]) => Promise<number>,
  atMost: number,
): (before: number) => Promise<number> {
  let skip = 0;
  return async (before) => {
    const found = await find(before, atMost, skip);
    const gone = await forget(found);
    skip = found.length < atMost ? 0 : skip + found.length - gone;
    return gone;
  };
}
