import { openWorld } from '../demo/world.ts';
import type { TestRelay } from '../test/support/relay.ts';
import { startBenchServer } from './bench-server.ts';
import { measurePeers } from './peer.ts';
import { type Counts, measureProduct } from './product.ts';
import { median, quantile, type Row, rowsOf } from './row.ts';
import { throughRelay } from './through-relay.ts';

const counts: Counts = { joins: 7, mutations: 150, clicks: 25 };

const p95 = (values: readonly number[]) => quantile(values, 0.95);

/** From Allow to Stop, over both paths, on a page of about 1,000 nodes, in real Chromium. */
export async function benchSession(say: (line: string) => void): Promise<Row[]> {
  const world = await openWorld({ browsers: ['chromium'], size: '2000x1000', say });
  const server = await startBenchServer();
  try {
    say('session: peers…');
    const { documented, unbuffered, bare } = await measurePeers(server.url, world.display, counts);
    const row = rowsOf('session');
    const rows: Row[] = [];
    for (const path of ['direct', 'relay'] as const) {
      say(`session: ${path} path…`);
      const measure = (relay: TestRelay) => measureProduct(world, relay, `${server.url}/page`, path, counts);
      const figures = await (path === 'direct' ? measure(world.relay) : throughRelay(world.relay, measure));
      const { firstPaints, mutations, clicks, stops, stopWithoutRelay, clockOffsetMs } = figures;
      const first = median(firstPaints);
      const guide = 'rrweb live, 1,000 ms buffer';
      const quick = 'rrweb live, no buffer';
      const push = `bare push, ${path}`;
      rows.push(
        row(`Allow → first paint, median, ${path}`, first, {
          peer: [guide, median(documented.firstPaints)],
          goal: { atMost: 1_000, ratioAtMost: 0.8 },
        }),
        row(`Allow → first paint, median, ${path}`, first, { peer: [quick, median(unbuffered.firstPaints)] }),
        row(`mutation → drawn, median, ${path}`, median(mutations), { peer: [guide, median(documented.mutations)] }),
        row(`mutation → drawn, median, ${path}`, median(mutations), { peer: [quick, median(unbuffered.mutations)] }),
        row(`mutation → drawn, p95, ${path}`, p95(mutations), { peer: [guide, p95(documented.mutations)] }),
        row(`mutation → drawn, p95, ${path}`, p95(mutations), { peer: [quick, p95(unbuffered.mutations)] }),
        row(`click → effect, median, ${path}`, median(clicks.toEffect), { peer: [push, median(bare[path].toEffect)] }),
        row(`click → mirrored back, median, ${path}`, median(clicks.toMirror), {
          peer: [push, median(bare[path].toMirror)],
          goal: { ratioAtMost: 1.3 },
        }),
        row(`click → mirrored back, median, ${path}`, median(clicks.toMirror), {
          peer: [quick, median(unbuffered.clicks.toMirror)],
        }),
        row(`Stop → last frame, worst, ${path}`, Math.max(...stops), { goal: { atMost: 200 } }),
      );
      if (stopWithoutRelay !== null) {
        rows.push(row('Stop → last frame, relay killed', stopWithoutRelay, { goal: { atMost: 200 } }));
      }
      rows.push(row(`clocks apart, ${path}`, Math.abs(clockOffsetMs)));
    }
    return rows;
  } finally {
    await server.close();
    await world.close();
  }
}
