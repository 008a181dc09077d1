import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInProcessBus } from '../../server/bus/in-process-bus.ts';
import { createDeskRoom } from '../../server/desk/desk-room.ts';
import { relayLimits } from '../../server/limits/relay-limits.ts';
import { createSiteInbound } from '../../server/settings/site-inbound.ts';
import { createDeskStore } from '../../server/store/desk-store.ts';
import { createKyselyStore } from '../../server/store/kysely-store.ts';
import { openDatabase } from '../../server/store/open-database.ts';
import { startPostgres } from '../../test/support/postgres.ts';
import { median, quantile, type Row, rowsOf } from '../row.ts';
import { crowd, id } from './crowd.ts';

const rounds = 300;

/** The same crowd at the relay's own desk, each fact in a real store: from the end of a session to the offer told. */
export async function benchStores(say: (line: string) => void, collect: () => void): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'beside-bench-'));
  const postgres = await startPostgres();
  try {
    return [
      ...(await atStore('node:sqlite', folder, undefined, say, collect)),
      ...(await atStore('Postgres', folder, postgres.url, say, collect)),
    ];
  } finally {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function atStore(
  name: string,
  folder: string,
  url: string | undefined,
  say: (line: string) => void,
  collect: () => void,
): Promise<Row[]> {
  const all = crowd();
  const database = await openDatabase(folder, url);
  const report = (error: unknown) => say(String(error));
  const store = createKyselyStore(database.db);
  const deskStore = createDeskStore(database.db);
  const begun = performance.now();
  const now = () => Math.round(all.now + performance.now() - begun);
  const bus = createInProcessBus();
  const inbound = createSiteInbound({ store, bus, now, report });
  await inbound.set(all.inbound);
  await deskStore.append({ after: 0, at: all.now, facts: all.facts });
  const held = () => (collect(), process.memoryUsage().heapUsed / 2 ** 20);
  const before = held();
  const room = createDeskRoom({ deskStore, bus, now, limits: relayLimits, report }, inbound);
  const reading = performance.now();
  await room.refresh();
  const read = performance.now() - reading;
  const memory = held() - before;
  const free: number[] = [];
  for (let index = 0; index < rounds; index += 1) {
    const host = [...room.desk.hosts.values()][index % room.desk.hosts.size];
    const [sessionId] = host?.sessions.keys() ?? [];
    if (!host || sessionId === undefined) continue;
    const from = performance.now();
    await room.run({ type: 'give-back', sessionId, hostId: host.id });
    free.push(performance.now() - from);
    const [requestId] = host.offers;
    if (requestId === undefined) throw new Error('A free host is offered nothing.');
    await room.run({ type: 'accept', requestId, hostId: host.id, sessionId: id(`store${index}`) });
  }
  room.close();
  // What its clock has begun is done by then.
  await room.refresh();
  inbound.close();
  await store.close();
  const row = rowsOf('queue');
  return [
    row(`${name}: a host becomes free to its offer, median`, median(free)),
    row(`${name}: a host becomes free to its offer, p95`, quantile(free, 0.95), { goal: { atMost: 50 } }),
    row(`${name}: a fresh instance reads the desk`, read),
    row(`${name}: memory of a fresh instance with the desk`, memory, { unit: 'MiB' }),
  ];
}
