import { median, type Row, rowsOf } from '../row.ts';
import { underControl } from './control.ts';
import { interleave } from './interleave.ts';
import type { Theatre } from './theatre.ts';
import { todoApps } from './todo-app.ts';

const times = 2;

/** How much of its speed a page keeps while it is recorded. */
export async function todoRows(theatre: Theatre): Promise<Row[]> {
  const row = rowsOf('mirror');
  const spent = await interleave(times, {
    none: () => todoApps(theatre, 'none'),
    rrweb: () => todoApps(theatre, 'rrweb'),
    ours: () => todoApps(theatre, 'ours'),
    again: () => todoApps(theatre, 'none'),
  });
  /** As Speedometer counts: twice as much is twice as fast. */
  const score = (runs: number[]) => 1_000 / median(runs);
  const metric = "TodoMVC of 2014, Speedometer's steps: score";
  const compared = (name: string, peer: number, goals: Parameters<typeof row>[2] = {}) =>
    underControl(
      row(metric, score(spent.ours), { unit: 'points', peer: [name, peer], ...goals }),
      score(spent.again) / score(spent.none),
    );
  return [
    compared('no recorder', score(spent.none), { goal: { ratioAtLeast: 0.7 }, stretch: { ratioAtLeast: 0.92 } }),
    compared('rrweb', score(spent.rrweb)),
  ];
}
