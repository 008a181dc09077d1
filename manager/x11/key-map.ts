/** How a character is typed with the layout that is in force. */
export interface Stroke {
  code: number;
  shift: boolean;
  /** AltGr. */
  third: boolean;
}

/** One line a key: what it means alone, with Shift, in the second layout, there with Shift, with AltGr, with both, … */
export type KeyMap = readonly (readonly number[])[];

/** Columns of the key map for plain, Shift, AltGr, AltGr+Shift, in the first and in the second layout. */
const columns = [
  [0, 1, 4, 5],
  [2, 3, 6, 7],
] as const;

/** A small letter that is alone in its line stands for its capital too. */
function symbolAt(row: readonly number[], column: number): number {
  const symbol = row[column] ?? 0;
  if (symbol !== 0 || column % 2 === 0) return symbol;
  const plain = row[column - 1] ?? 0;
  return plain >= 0x61 && plain <= 0x7a ? plain - 32 : 0;
}

/** `group` is the layout that the person has switched to, 0 for the first. Null: no key types this. */
export function strokeFor(map: KeyMap, first: number, symbols: readonly number[], group: number): Stroke | null {
  const order = columns[group];
  if (!order) return null;
  for (const [level, column] of order.entries()) {
    const row = map.findIndex((line) => symbols.includes(symbolAt(line, column)));
    if (row >= 0) return { code: first + row, shift: level % 2 === 1, third: level >= 2 };
  }
  return null;
}

/** The key that has a symbol in any column. */
export function codeOf(map: KeyMap, first: number, symbols: readonly number[]): number | null {
  const row = map.findIndex((line) => line.some((symbol) => symbols.includes(symbol)));
  return row < 0 ? null : first + row;
}

/** Keys that mean nothing, to be given a meaning. */
export function freeCodes(map: KeyMap, first: number): number[] {
  return map.flatMap((line, row) => (line.every((symbol) => symbol === 0) ? [first + row] : []));
}
