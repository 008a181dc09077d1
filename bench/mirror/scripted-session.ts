import { setTimeout as sleep } from 'node:timers/promises';
import { heapMb, threadMs } from './cpu.ts';
import { driveSession } from './drive-session.ts';
import type { Peer, Theatre } from './theatre.ts';

export interface SessionFigures {
  /** Of the main thread, ms: the session alone, without the join. */
  cpu: number;
  /** Bytes: the first snapshot; all that follows; the whole page once more, on request. */
  snapshot: number;
  incremental: number;
  repeat: number;
  /** Of the customer's whole browser in the session, ms. */
  busy: number;
  /** Growth from before the recorder to after the session, MB. */
  heap: number;
}

const settleMs = 300;

export async function scriptedSession(theatre: Theatre, peer: Peer): Promise<SessionFigures> {
  const { customer, cdp } = theatre;
  await theatre.open(peer, 'session.html');
  const before = await heapMb(cdp);
  await theatre.mirror();
  const snapshot = await theatre.sent();
  const idle = await threadMs(cdp);
  const resting = await theatre.busy();
  await driveSession(customer);
  await sleep(settleMs);
  await theatre.settle();
  const cpu = (await threadMs(cdp)) - idle;
  const busy = (await theatre.busy()) - resting;
  const incremental = (await theatre.sent()) - snapshot;
  const heap = (await heapMb(cdp)) - before;
  return { cpu, busy, snapshot, incremental, heap, repeat: peer === 'ours' ? await repeated(theatre) : NaN };
}

async function repeated(theatre: Theatre): Promise<number> {
  const before = await theatre.sent();
  await theatre.host.evaluate(() => window.rigRefresh());
  await sleep(settleMs);
  await theatre.settle();
  return (await theatre.sent()) - before;
}
