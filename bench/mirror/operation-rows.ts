import { median, type Row } from '../row.ts';
import { interleave } from './interleave.ts';
import { operations, sum } from './operations.ts';
import { overheadRows } from './overhead-rows.ts';
import type { Theatre } from './theatre.ts';

const times = 2;

/** Standard workloads: the operations of a keyed table, and rrweb's own six storms. */
export async function operationRows(theatre: Theatre, say: (line: string) => void): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [suite, path] of [
    ['keyed table', 'table.html'],
    ["rrweb's six storms", 'storms.html'],
  ] as const) {
    const spent = await interleave(times, {
      none: () => operations(theatre, 'none', path),
      rrweb: () => operations(theatre, 'rrweb', path),
      ours: () => operations(theatre, 'ours', path),
      openreplay: () => operations(theatre, 'openreplay', path),
      again: () => operations(theatre, 'none', path),
    });
    const [first] = spent.ours;
    for (const name of Object.keys(first ?? {})) {
      const of = (runs: Record<string, number>[]) => median(runs.map((run) => run[name] ?? NaN)).toFixed(0);
      const peers = `alone ${of(spent.none)}, rrweb ${of(spent.rrweb)}, OpenReplay ${of(spent.openreplay)}`;
      say(`  ${suite}, ${name}: ${peers}, ours ${of(spent.ours)} ms`);
    }
    const total = (runs: Record<string, number>[]) => median(runs.map(sum));
    rows.push(
      ...overheadRows(suite, {
        none: total(spent.none),
        rrweb: total(spent.rrweb),
        ours: total(spent.ours),
        openreplay: total(spent.openreplay),
        again: total(spent.again),
      }),
    );
  }
  return rows;
}
