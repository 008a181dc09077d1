import { type Goal, median, type Row, rowsOf } from '../row.ts';
import { underControl } from './control.ts';
import { interleave } from './interleave.ts';
import { join } from './join.ts';
import { type Theatre, tabPeer } from './theatre.ts';

interface Size {
  nodes: number;
  times: number;
  stretch: Goal;
}

export const joinSizes: readonly Size[] = [
  { nodes: 1_000, times: 5, stretch: { ratioAtMost: 0.25 } },
  { nodes: 10_000, times: 5, stretch: { ratioAtMost: 0.35 } },
  { nodes: 50_000, times: 3, stretch: { ratioAtMost: 0.15 } },
];
const largest = 50_000;

export async function joinRows(theatre: Theatre, { nodes, times, stretch }: Size): Promise<Row[]> {
  const row = rowsOf('mirror');
  const { rrweb, ours, tab, again } = await interleave(times, {
    rrweb: () => join(theatre, 'rrweb', nodes),
    ours: () => join(theatre, 'ours', nodes),
    tab: () => join(theatre, 'tab', nodes),
    again: () => join(theatre, 'rrweb', nodes),
  });
  const of = (figures: typeof ours, what: keyof (typeof ours)[number]) => median(figures.map((one) => one[what]));
  const named = (metric: string) => `${metric}, ${nodes / 1_000}k nodes, median`;
  const compared = (metric: string, what: keyof (typeof ours)[number], goal?: Goal, far?: Goal) =>
    underControl(
      row(named(metric), of(ours, what), {
        peer: ['rrweb live, no buffer', of(rrweb, what)],
        ...(goal && { goal }),
        ...(far && { stretch: far }),
      }),
      of(again, what) / of(rrweb, what),
    );
  const first = 'join → first viewport drawn';
  const rows = [
    compared(first, 'firstViewport', { ratioAtMost: 0.6 }, stretch),
    row(named(first), of(ours, 'firstViewport'), { peer: [tabPeer, of(tab, 'firstViewport')] }),
    compared('join → complete', 'complete', undefined, { ratioAtMost: 0.5 }),
  ];
  if (nodes < largest) return rows;
  return [...rows, compared('longest task on join', 'longestTask', { ratioAtMost: 0.6 }, { atMost: 50 })];
}
