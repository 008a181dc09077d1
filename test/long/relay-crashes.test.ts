import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { startRelay, type TestRelay } from '../support/relay.ts';
import { beginSession, connect, joinSession, startSession } from '../support/relay-client.ts';
import { talk } from '../support/talk.ts';

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

test('two thousand sessions come and go in a relay with a heap of 80 MiB', async () => {
  // With room to spare the collector waits; with little it shows what is really kept.
  relay = await startRelay({ env: { NODE_OPTIONS: '--max-old-space-size=80' } });
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
  };
  await sessions(500);
  const before = residentMiB(relay.pid);
  await sessions(1_500);
  expect(residentMiB(relay.pid) - before).toBeLessThan(40);
});
