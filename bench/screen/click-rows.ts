import { underControl } from '../mirror/control.ts';
import { interleave } from '../mirror/interleave.ts';
import { median, quantile, type Row, rowsOf } from '../row.ts';
import { click } from './click.ts';
import { offersControl } from './peers/product-control.ts';
import type { Cast } from './cast.ts';
import { type MeshCentral, openMeshCentral } from './peers/meshcentral/peer.ts';
import type { Stage } from './stage.ts';

const times = 2;
const missed = (delays: readonly number[]) => delays.filter((ms) => ms === Infinity).length;

/** Desktop control: a press at the host's → what it did, on the host's screen. */
export async function clickRows(stage: Stage, cast: Cast, say: (line: string) => void): Promise<Row[]> {
  const mesh = await openMeshCentral(stage, cast.room).catch((error: Error) => error.message);
  if (typeof mesh === 'string') say(`screen: MeshCentral is not measured. ${mesh}`);
  try {
    return await rowsBeside(stage, cast, mesh, say);
  } finally {
    if (typeof mesh !== 'string') await mesh.close();
  }
}

/** `mesh`: MeshCentral, or in words why there is none. */
async function rowsBeside(
  stage: Stage,
  { controlled, vnc }: Cast,
  mesh: MeshCentral | string,
  say: (line: string) => void,
): Promise<Row[]> {
  const row = rowsOf('screen');
  const has = await offersControl(stage);
  if (!has) say('screen: the console offers no control of a desktop here, so only the peers are measured');
  const runs: Record<string, () => Promise<number[]>> = {
    vnc: () => click(stage, vnc),
    ...(has && { ours: () => click(stage, controlled) }),
    ...(typeof mesh !== 'string' && { mesh: () => click(stage, mesh.peer) }),
    again: () => click(stage, vnc),
  };
  const figures = await interleave(times, runs);
  const of = (who: string) => (figures[who] ?? []).flat();
  const [peer, again, ours] = [of('vnc'), of('again'), of('ours')];
  const rows = [row('click → pixel, median, A/A', median(peer), { peer: [`${vnc.name} once more`, median(again)] })];
  if (!has) return rows;
  const judged = (one: Row) => underControl(one, median(again) / median(peer));
  return [
    ...rows,
    judged(row('click → pixel, median', median(ours), { peer: [vnc.name, median(peer)], goal: { ratioAtMost: 1 } })),
    typeof mesh === 'string'
      ? row(`click → pixel, median (MeshCentral is missing: ${mesh})`, median(ours))
      : judged(
          row('click → pixel, median', median(ours), {
            peer: [mesh.peer.name, median(of('mesh'))],
            goal: { ratioAtMost: 0.5 },
          }),
        ),
    row('click → pixel, p95', quantile(ours, 0.95), { peer: [vnc.name, quantile(peer, 0.95)] }),
    row('clicks without effect', missed(ours), {
      unit: 'clicks',
      peer: [vnc.name, missed(peer)],
      goal: { atMost: 0 },
    }),
  ];
}
