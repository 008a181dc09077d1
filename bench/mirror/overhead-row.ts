import { type Row, rowsOf } from '../row.ts';
import { underControl } from './control.ts';

/** CPU of the customer's main thread, ms; `again`: nobody records, measured once more. */
interface Spent {
  none: number;
  rrweb: number;
  ours: number;
  again: number;
}

/** What recording costs beyond the page's own work. */
export function overheadRow(suite: string, { none, rrweb, ours, again }: Spent): Row {
  const row = rowsOf('mirror')(`main-thread overhead, ${suite} (page alone ${Math.round(none)} ms)`, ours - none, {
    peer: ['rrweb', rrweb - none],
    goal: { ratioAtMost: 0.9 },
    stretch: { ratioAtMost: 0.25 },
  });
  return underControl(row, 1 + (again - none) / (rrweb - none));
}
