import { type Goal, quantile, type Row, rowsOf } from '../row.ts';
import { underControl } from './control.ts';
import { follow, type FollowFigures, followPush } from './follow.ts';
import { interleave } from './interleave.ts';
import type { Theatre } from './theatre.ts';

const times = 3;
const changes = 40;

export async function followRows(theatre: Theatre): Promise<Row[]> {
  const row = rowsOf('mirror');
  const { rrweb, ours, push, again } = await interleave(times, {
    rrweb: () => follow(theatre, 'rrweb', changes),
    ours: () => follow(theatre, 'ours', changes),
    push: () => followPush(theatre),
    again: () => follow(theatre, 'rrweb', changes),
  });
  const at = (figures: FollowFigures[], what: keyof FollowFigures, share: number) =>
    quantile(
      figures.flatMap((one) => one[what]),
      share,
    );
  const compared = (metric: string, what: keyof FollowFigures, goal: Goal, stretch: Goal) =>
    [0.5, 0.95].map((share) =>
      underControl(
        row(`${metric}, ${share === 0.5 ? 'median' : 'p95'}`, at(ours, what, share), {
          peer: ['rrweb live, no buffer', at(rrweb, what, share)],
          ...(share === 0.95 && { goal, stretch }),
        }),
        at(again, what, share) / at(rrweb, what, share),
      ),
    );
  return [
    ...compared('mutation → drawn', 'mutations', { ratioAtMost: 0.85 }, { ratioAtMost: 0.75 }),
    ...compared('pointer → drawn', 'pointer', { ratioAtMost: 0.1 }, { ratioAtMost: 0.06 }),
    ...compared('scroll → drawn', 'scroll', { ratioAtMost: 0.15 }, { ratioAtMost: 0.1 }),
    // How near that goal anybody could come on this machine.
    row('scroll → drawn, p95', at(ours, 'scroll', 0.95), { peer: ['bare push', at(push, 'scroll', 0.95)] }),
    row('bare push: scroll → drawn, p95', at(push, 'scroll', 0.95), {
      peer: ['rrweb live, no buffer', at(rrweb, 'scroll', 0.95)],
    }),
  ];
}
