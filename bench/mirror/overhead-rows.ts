import { type Row, rowsOf } from '../row.ts';
import { underControl } from './control.ts';

/** CPU of the customer's main thread, ms; `again`: nobody records, measured once more. */
interface Spent {
  none: number;
  rrweb: number;
  ours: number;
  openreplay: number;
  again: number;
}

/** What recording costs beyond the page's own work. */
export function overheadRows(suite: string, { none, rrweb, ours, openreplay, again }: Spent): Row[] {
  const row = rowsOf('mirror');
  const metric = `main-thread overhead, ${suite} (page alone ${Math.round(none)} ms)`;
  return [
    underControl(
      row(metric, ours - none, {
        peer: ['rrweb', rrweb - none],
        goal: { ratioAtMost: 0.9 },
        stretch: { ratioAtMost: 0.25 },
      }),
      1 + (again - none) / (rrweb - none),
    ),
    underControl(
      row(metric, ours - none, { peer: ['OpenReplay tracker', openreplay - none], stretch: { ratioAtMost: 0.4 } }),
      1 + (again - none) / (openreplay - none),
    ),
  ];
}
