import { underControl } from '../mirror/control.ts';
import { interleave } from '../mirror/interleave.ts';
import { median, quantile, type Row, rowsOf } from '../row.ts';
import { click } from './click.ts';
import { offersControl } from './peers/product-control.ts';
import type { Cast } from './cast.ts';
import type { Stage } from './stage.ts';

const times = 2;
const missed = (delays: readonly number[]) => delays.filter((ms) => ms === Infinity).length;

/** Desktop control: a press at the host's → what it did, on the host's screen. */
export async function clickRows(stage: Stage, { controlled, vnc }: Cast, say: (line: string) => void): Promise<Row[]> {
  const row = rowsOf('screen');
  const has = await offersControl(stage);
  if (!has) say('screen: the console offers no control of a desktop here, so only the peer is measured');
  const runs: Record<string, () => Promise<number[]>> = {
    vnc: () => click(stage, vnc),
    ...(has && { ours: () => click(stage, controlled) }),
    again: () => click(stage, vnc),
  };
  const figures = await interleave(times, runs);
  const of = (who: string) => (figures[who] ?? []).flat();
  const [peer, again, ours] = [of('vnc'), of('again'), of('ours')];
  const rows = [row('click → pixel, median, A/A', median(peer), { peer: [`${vnc.name} once more`, median(again)] })];
  if (!has) return rows;
  const wanted = { goal: { ratioAtMost: 1 } };
  return [
    ...rows,
    underControl(
      row('click → pixel, median', median(ours), { peer: [vnc.name, median(peer)], ...wanted }),
      median(again) / median(peer),
    ),
    row('click → pixel, p95', quantile(ours, 0.95), { peer: [vnc.name, quantile(peer, 0.95)] }),
    row('clicks without effect', missed(ours), {
      unit: 'clicks',
      peer: [vnc.name, missed(peer)],
      goal: { atMost: 0 },
    }),
  ];
}
