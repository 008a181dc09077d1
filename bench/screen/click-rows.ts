import { underControl } from '../mirror/control.ts';
import { interleave } from '../mirror/interleave.ts';
import { median, quantile, type Row, rowsOf } from '../row.ts';
import { click } from './click.ts';
import { offersControl } from './peers/product-control.ts';
import type { Cast } from './cast.ts';
import type { ScreenPeer } from './peer.ts';
import type { Stage } from './stage.ts';

const times = 2;
const missed = (delays: readonly number[]) => delays.filter((ms) => ms === Infinity).length;

/** Desktop control: a press at the host's → what it did, on the host's screen. */
export async function clickRows(
  stage: Stage,
  { controlled, vnc, meshCentral }: Cast,
  say: (line: string) => void,
): Promise<Row[]> {
  const row = rowsOf('screen');
  const has = await offersControl(stage);
  if (!has) say('screen: the console offers no control of a desktop here, so only the peers are measured');
  const runs: Record<string, () => Promise<number[]>> = {
    vnc: () => click(stage, vnc),
    ...(has && { ours: () => click(stage, controlled) }),
    ...(meshCentral && { meshCentral: () => click(stage, meshCentral) }),
    again: () => click(stage, vnc),
  };
  const figures = await interleave(times, runs);
  const of = (who: string) => (figures[who] ?? []).flat();
  const [again, ours] = [of('again'), of('ours')];
  const first = median(of('vnc'));
  const rows = [row('click → pixel, median, A/A', first, { peer: [`${vnc.name} once more`, median(again)] })];
  if (!has) return rows;
  const beside = ({ name }: ScreenPeer, theirs: number[], ratioAtMost: number) => [
    underControl(
      row('click → pixel, median', median(ours), { peer: [name, median(theirs)], goal: { ratioAtMost } }),
      median(again) / first,
    ),
    row('click → pixel, p95', quantile(ours, 0.95), { peer: [name, quantile(theirs, 0.95)] }),
    row('clicks without effect', missed(ours), { unit: 'clicks', peer: [name, missed(theirs)], goal: { atMost: 0 } }),
  ];
  return [...rows, ...beside(vnc, of('vnc'), 1), ...(meshCentral ? beside(meshCentral, of('meshCentral'), 0.5) : [])];
}
