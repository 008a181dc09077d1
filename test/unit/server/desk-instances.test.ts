import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSiteInbound } from '../../../server/settings/site-inbound.ts';
import type { Requested } from '../../../shared/protocol/desk.ts';
import { type LocalRelay, startLocalRelay } from '../../support/local-relay.ts';
import { makeHost, type TestHost } from '../../support/make-host.ts';
import { type Postgres, startPostgres } from '../../support/postgres.ts';
import { inboundOf, queueOf } from '../../support/queues.ts';
import { waitFor } from '../../support/wait-for.ts';

/** Two relays on one Postgres, each with a bus of its own: they hear of each other by the store alone. */
let postgres: Postgres;
let relays: [LocalRelay, LocalRelay];
let hosts: TestHost[];

beforeAll(async () => {
  postgres = await startPostgres();
  const options = {
    env: { BESIDE_DATABASE_URL: postgres.url },
    limits: { tendMs: 100, sweepMs: 200, requestsPerMinute: 10_000 },
  };
  relays = [await startLocalRelay(options), await startLocalRelay(options)];
  const queue = queueOf('shop', { strategy: 'everybody' });
  await createSiteInbound(relays[0].deps).set({ ...inboundOf(queue), capacity: 20 });
  hosts = [];
  for (let count = 0; count < 20; count += 1) hosts.push(await makeHost(relays[0].deps, { name: `Host ${count}` }));
  await Promise.all(relays.map((relay) => relay.relay.room.refresh()));
}, 60_000);
afterAll(async () => {
  for (const relay of relays) await relay.end();
  await postgres.stop();
});

const call = (relay: LocalRelay, method: string, path: string, bearer: string | undefined, body: object) =>
  fetch(relay.url + path, {
    method,
    headers: { 'content-type': 'application/json', ...(bearer ? { authorization: `Bearer ${bearer}` } : {}) },
    body: JSON.stringify(body),
  });

test('[Q1] of twenty hosts at two relays who accept at once exactly one has it', async () => {
  await waitFor('both relays to know the queue', async () => {
    const faces = await Promise.all(relays.map((relay) => fetch(`${relay.url}/api/queues/shop`)));
    return faces.every(({ ok }) => ok);
  });
  const at = (count: number) => relays[count % 2] ?? relays[0];
  for (const [count, { bearer }] of hosts.entries()) {
    const answer = await call(at(count), 'PUT', '/api/desk/availability', bearer, { availability: 'available' });
    expect(answer.status).toBe(200);
  }
  for (let round = 0; round < 5; round += 1) {
    const body = { queueId: 'shop', name: 'Jan', answers: {}, hostId: null, from: null, language: 'en' };
    const asked = (await (await call(at(round), 'POST', '/api/requests', undefined, body)).json()) as Requested;
    await waitFor('the offer at both relays', () =>
      relays.every(({ relay }) => relay.room.desk.waiting.get(asked.requestId)?.offer?.hostIds.length === 20),
    );
    const path = `/api/desk/requests/${asked.requestId}/accept`;
    const answers = await Promise.all(hosts.map(({ bearer }, count) => call(at(count), 'POST', path, bearer, {})));
    const won = answers.filter(({ status }) => status === 200);
    expect(won).toHaveLength(1);
    const accepted = (await won[0]?.json()) as { sessionId: string } | undefined;
    const facts = await relays[0].deps.store.entries(accepted?.sessionId ?? '', 0);
    expect(facts.map(({ fact }) => fact.type)).toEqual(['session.started', 'participant.admitted']);
  }
});
