import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSiteInbound } from '../../server/settings/site-inbound.ts';
import { type LocalRelay, startLocalRelay } from '../support/local-relay.ts';
import { inboundOf, queueOf } from '../support/queues.ts';

const attackers = 50;
const requests = 10_000;
const overMs = 60_000;
const honestEveryMs = 500;

let relay: LocalRelay;
beforeAll(async () => {
  relay = await startLocalRelay({ env: { BESIDE_TRUSTED_PROXY: '1' } });
  await createSiteInbound(relay.deps).set(inboundOf(queueOf('shop')));
});
afterAll(() => relay.end());

/** The status, and how long the answer took. */
async function ask(address: string): Promise<{ status: number; ms: number }> {
  const before = performance.now();
  const response = await fetch(`${relay.url}/api/requests`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': address },
    body: JSON.stringify({ queueId: 'shop', name: 'Jan', answers: {}, hostId: null, from: null, language: 'en' }),
  });
  await response.arrayBuffer();
  return { status: response.status, ms: performance.now() - before };
}

test('[Q2] while 50 addresses ask 10,000 times in a minute, an honest customer is in the queue within a second', async () => {
  const begun = performance.now();
  const flood: Promise<{ status: number }>[] = [];
  const honest: Promise<{ status: number; ms: number }>[] = [];
  while (flood.length < requests) {
    const passed = performance.now() - begun;
    while (flood.length < Math.min(requests, (passed / overMs) * requests)) {
      flood.push(ask(`198.51.100.${flood.length % attackers}`));
    }
    while (honest.length < passed / honestEveryMs) honest.push(ask(`203.0.113.${honest.length % 250}`));
    await new Promise((done) => setTimeout(done, 5));
  }
  const times = (await Promise.all(honest)).map(({ status, ms }) => ({ status, ms }));
  const flooded = await Promise.all(flood);
  expect(times.every(({ status }) => status === 200)).toBe(true);
  const sorted = times.map(({ ms }) => ms).toSorted((a, b) => a - b);
  const p95 = sorted[Math.floor(sorted.length * 0.95)] ?? Infinity;
  console.log(`${times.length} honest customers, p95 ${p95.toFixed(0)} ms, worst ${sorted.at(-1)?.toFixed(0)} ms`);
  expect(p95).toBeLessThan(1_000);
  const { waiting, sources } = relay.relay.room.desk;
  expect([...sources.values()].every((count) => count <= 3)).toBe(true);
  expect(waiting.size).toBe(attackers * 3 + times.length);
  expect(flooded.filter(({ status }) => status === 200)).toHaveLength(attackers * 3);
});
