/** Copies of a list with one change. */
export const replaced = <T>(list: readonly T[], at: number, item: T): T[] => list.with(at, item);

export const without = <T>(list: readonly T[], at: number): T[] => list.toSpliced(at, 1);

export function moved<T>(list: readonly T[], at: number, by: -1 | 1): T[] {
  const item = list[at];
  if (item === undefined || at + by < 0 || at + by >= list.length) return [...list];
  return list.toSpliced(at, 1).toSpliced(at + by, 0, item);
}
