import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSiteInbound } from '../../../server/settings/site-inbound.ts';
import { type LocalRelay, startLocalRelay } from '../../support/local-relay.ts';
import { inboundOf, queueOf } from '../../support/queues.ts';

const never = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] };

let relay: LocalRelay;
beforeAll(async () => {
  relay = await startLocalRelay();
  const hours = { timeZone: 'Europe/Prague', week: never, holidays: [] };
  await createSiteInbound(relay.deps).set(
    inboundOf(queueOf('shop'), queueOf('night', { hours }), queueOf('off', { isOn: false })),
  );
});
afterAll(() => relay.end());

test.each([
  ['shop', 'open'],
  ['night', 'closed'],
  ['off', 'closed'],
  ['unknown', 'closed'],
])('any page may ask whether the queue %s takes requests: %s', async (queue, state) => {
  const answer = await fetch(`${relay.url}/embed/queues/${queue}`, { headers: { origin: 'https://shop.example' } });
  expect([answer.status, await answer.text()]).toEqual([200, state]);
  expect(answer.headers.get('access-control-allow-origin')).toBe('*');
  expect(answer.headers.get('cache-control')).toBe('public, max-age=60');
});
