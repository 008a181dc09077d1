import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { distribute } from '../../shared/queue/distribute.ts';
import { deskFromText, deskToText } from '../../shared/queue/keep-desk.ts';
import { decideDesk } from '../../shared/queue/decide-desk.ts';
import { waitingView } from '../../shared/queue/waiting-view.ts';
import { median, quantile, type Row, rowsOf } from '../row.ts';
import { benchStores } from './stores.ts';
import { benchOffers } from './offers.ts';
import { type Crowd, crowd, enterCrowd, oneFree, size } from './crowd.ts';

const rounds = 2_000;

/** One request from browser to browser; then a desk with ten thousand who wait: at both stores, and its decisions alone. */
export async function benchQueue(say: (line: string) => void): Promise<Row[]> {
  const offers = await benchOffers(say);
  const collect = garbageCollector();
  say(`queue: ${size.waiting} waiting, ${size.hosts} hosts, ${size.queues} queues, ${rounds} hosts become free`);
  collect();
  const before = process.memoryUsage().heapUsed;
  const begun = performance.now();
  const all = crowd();
  const entering = (performance.now() - begun) / size.waiting;
  collect();
  const memory = (process.memoryUsage().heapUsed - before) / 2 ** 20;
  const free: number[] = [];
  for (let index = 0; index < rounds; index += 1) {
    free.push(oneFree(all, index));
    enterCrowd(all, size.waiting + index);
  }
  const text = deskToText(all.desk);
  const stores = await benchStores(say, collect);
  const row = rowsOf('queue');
  return [
    ...offers,
    ...stores,
    row('a host becomes free to its offer, median', median(free)),
    row('a host becomes free to its offer, p95', quantile(free, 0.95), { goal: { atMost: 50 } }),
    row('a host becomes free to its offer, worst', Math.max(...free)),
    row('all hosts become free at once', allFree(all)),
    row('one request enters, mean', entering),
    row(
      'what time has brought, nothing',
      timed(() => decideDesk(all, { type: 'lapse' })),
    ),
    row(
      'views of all who wait',
      timed(() => viewAll(all)),
    ),
    row(
      'desk to text and back',
      timed(() => deskFromText(deskToText(all.desk))),
    ),
    row('desk as text', text.length / 2 ** 20, { unit: 'MiB' }),
    row('memory of the desk', memory, { unit: 'MiB' }),
  ];
}

function timed(work: () => unknown): number {
  const times = Array.from({ length: 5 }, () => {
    const begun = performance.now();
    work();
    return performance.now() - begun;
  });
  return median(times);
}

function allFree(all: Crowd): number {
  for (const host of all.desk.hosts.values()) {
    for (const sessionId of [...host.sessions.keys()]) all.do({ type: 'give-back', sessionId, hostId: host.id });
  }
  return timed(() => distribute(all.desk, all.inbound, all.now));
}

function viewAll({ desk, inbound, now }: Crowd): void {
  for (const requestId of desk.waiting.keys()) waitingView(desk, inbound, requestId, now);
}

function garbageCollector(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
}
