import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AuditCode } from '../../../shared/protocol/audit.ts';
import { plainBranding } from '../../../shared/protocol/branding.ts';
import { defaultFilePolicy } from '../../../shared/protocol/file-policy.ts';
import { defaultPrivacyPolicy } from '../../../shared/protocol/privacy-policy.ts';
import { usualRetention } from '../../../shared/protocol/retention.ts';
import { ordinaryPolicy } from '../../../shared/recording/recording-policy.ts';
import { type LocalRelay, startLocalRelay } from '../../support/local-relay.ts';
import { makeHost, type TestHost } from '../../support/make-host.ts';
import { inboundOf, queueOf } from '../../support/queues.ts';
import { call } from '../../support/relay-client.ts';
import { waitFor } from '../../support/wait-for.ts';

let relay: LocalRelay;
let beside: string;
let admin: TestHost;
let host: TestHost;
beforeAll(async () => {
  relay = await startLocalRelay();
  beside = (await relay.another()).url;
  [admin, host] = [await makeHost(relay.deps, { name: 'Ada Admin', admin: true }), await makeHost(relay.deps)];
});
afterAll(() => relay.end());

const decisions: readonly [path: string, body: object, code: AuditCode][] = [
  ['/api/inbound', inboundOf(queueOf('shop')), 'inbound.set'],
  ['/api/privacy-policy', { ...defaultPrivacyPolicy, blockedOrigins: ['https://bank.example'] }, 'privacy.set'],
  ['/api/branding', { ...plainBranding, name: 'Acme' }, 'branding.set'],
  [
    '/api/recording-policy',
    { ...ordinaryPolicy, site: { mode: 'automatic', customerMayRefuse: true } },
    'recording.set',
  ],
  ['/api/file-policy', { ...defaultFilePolicy, mostMebibytes: 5 }, 'files.set'],
  ['/api/retention', { ...usualRetention, pictures: 7 }, 'retention.set'],
  ['/api/supervision/goal', { withinMs: 30_000 }, 'goal.set'],
  ['/api/playback-access', { hosts: 'all' }, 'playback-access.set'],
];

test.each(decisions)(
  'what an admin sets at %s holds at once, on every instance, and is in the audit log',
  async (path, body, code) => {
    expect((await call(relay.url, 'PUT', path, { token: host.bearer, body })).status).toBe(403);
    expect((await call(relay.url, 'PUT', path, { token: admin.bearer, body })).status).toBe(200);
    const read = async (url: string): Promise<unknown> =>
      (await call(url, 'GET', path, { token: admin.bearer })).json();
    expect(await read(relay.url)).toEqual(body);
    await waitFor('the other instance', async () => JSON.stringify(await read(beside)) === JSON.stringify(body));
    const [entry] = await relay.deps.auditStore.find({}, 1);
    expect(entry).toMatchObject({ what: code, byName: 'Ada Admin' });
  },
);
