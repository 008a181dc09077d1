import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { startRelay, type TestRelay } from '../support/relay.ts';
import { beginSession, connect, joinSession, startSession } from '../support/relay-client.ts';
import { talk } from '../support/talk.ts';
import { waitFor } from '../support/wait-for.ts';

let relay: TestRelay;
afterEach(() => relay.stop());

test('forty kills at random moments lose no acknowledged fact and leave no gap', async () => {
  relay = await startRelay();
  const { bearer } = await relay.addHost();
  const { host, ref } = await beginSession(relay.url, bearer);
  const seat = host.seat;
  let client = host;
  for (let kill = 0; kill < 40; kill += 1) {
    const talking = talk(client, ref);
    await sleep(20 + Math.random() * 300);
    await relay.end('SIGKILL');
    const acknowledged = await talking;
    await relay.restart();
    const all = await connect(relay.url, seat, { after: 0 });
    const welcome = all.messages[0];
    const stored = welcome?.type === 'socket.welcomed' ? welcome.seq : 0;
    expect(stored).toBeGreaterThanOrEqual(acknowledged);
    await all.until(() => all.lastSeq() === stored);
    expect(all.seqs()).toEqual(Array.from({ length: stored }, (_, index) => index + 1));
    client = all;
  }
});

const residentMiB = (pid: number) => {
  const line = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(line?.[1]) / 1024;
};

const heapMeter = new URL('../support/heap-meter.ts', import.meta.url).href;

/** What the relay keeps once all that it can has been collected. */
async function keptMiB({ pid, output }: TestRelay): Promise<number> {
  const figures = () => [...output().matchAll(/^\{"keptBytes":(\d+)\}$/gm)].map(([, bytes]) => Number(bytes));
  const { length } = figures();
  process.kill(pid, 'SIGUSR2');
  return waitFor('what the relay keeps', () => {
    const bytes = figures()[length];
    return bytes === undefined ? undefined : bytes / 1024 ** 2;
  });
}

test('two thousand sessions come and go in a relay with a heap of 80 MiB', async () => {
  // V8 holds on to the pages of its young generation, 16 MiB by 16 MiB, the more the busier the machine is: 61 MiB that
  // nothing was in. With few of them resident memory shows what is kept outside the heap.
  const memory = '--max-old-space-size=80 --max-semi-space-size=2';
  relay = await startRelay({ env: { NODE_OPTIONS: `${memory} --import ${heapMeter}` } });
  const { bearer } = await relay.addHost();
  const oneSession = async () => {
    const { sessionNumber, ...seat } = await startSession(relay.url, bearer);
    const host = await connect(relay.url, seat);
    const customer = await connect(relay.url, await joinSession(relay.url, sessionNumber));
    await host.act({ type: 'session.end' });
    await Promise.all([host.closed, customer.closed]);
  };
  const sessions = async (count: number) => {
    for (let done = 0; done < count; done += 20) await Promise.all(Array.from({ length: 20 }, oneSession));
    return { kept: await keptMiB(relay), resident: residentMiB(relay.pid) };
  };
  const before = await sessions(500);
  const after = await sessions(1_500);
  // Less than 2 KiB of a session.
  expect(after.kept - before.kept).toBeLessThan(3);
  expect(after.resident - before.resident).toBeLessThan(40);
});
