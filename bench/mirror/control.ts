import type { Row } from '../row.ts';

/** The same measured twice in one run may differ by this share; beyond it the run says nothing. */
const driftAtMost = 0.1;

/** `again`: what came out when the same was measured once more, as a multiple of the first. */
export function underControl(row: Row, again: number): Row {
  if (Math.abs(again - 1) <= driftAtMost) return row;
  return { ...row, metric: `${row.metric} (A/A ${again.toFixed(2)} ×: not judged)`, ok: null, stretchOk: null };
}
