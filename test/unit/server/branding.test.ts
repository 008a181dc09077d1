import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import * as v from 'valibot';
import { type Branding, brandingLimits, plainBranding, plainLook } from '../../../shared/protocol/branding.ts';
import { siteSchema } from '../../../shared/protocol/rest.ts';
import { type LocalRelay, startLocalRelay } from '../../support/local-relay.ts';
import { makeHost, type TestHost } from '../../support/make-host.ts';
import { beginSession, call } from '../../support/relay-client.ts';

let relay: LocalRelay;
let admin: TestHost;
let host: TestHost;
beforeAll(async () => {
  relay = await startLocalRelay();
  [admin, host] = [await makeHost(relay.deps, { admin: true }), await makeHost(relay.deps)];
});
afterEach(() => put(plainBranding));
afterAll(() => relay.end());

const path = '/api/branding';
const get = (token: string) => call(relay.url, 'GET', path, { token });
const put = (body: unknown, token = admin.bearer) => call(relay.url, 'PUT', path, { token, body });
const site = async (url = relay.url) => v.parse(siteSchema, await (await call(url, 'GET', '/api/site')).json());
const picture = (type: string, bytes: number) =>
  `data:image/${type};base64,${Buffer.alloc(bytes, 7).toString('base64')}`;
const acme: Branding = {
  name: 'Acme',
  accent: '#0b6e4f',
  logo: picture('png', brandingLimits.logoBytes),
  welcomeText: 'Good to see you.\nHow can we help?',
  endText: 'Goodbye!',
};

describe('the branding', () => {
  test('is read and set by an admin only, and told to everybody, on every instance', async () => {
    expect(await (await get(admin.bearer)).json()).toEqual(plainBranding);
    expect((await get(host.bearer)).status).toBe(403);
    expect((await put(acme, host.bearer)).status).toBe(403);
    expect(await (await put(acme)).json()).toEqual(acme);
    const { name, ...look } = acme;
    const other = await relay.another();
    for (const url of [relay.url, other.url]) expect(await site(url)).toMatchObject({ name, look });
  });

  test('is in the audit log by what was changed, without the pictures', async () => {
    await put(acme);
    const log = await (await call(relay.url, 'GET', '/api/audit?what=branding.set', { token: admin.bearer })).text();
    const { entries } = JSON.parse(log) as { entries: { detail: unknown }[] };
    expect(entries.map(({ detail }) => detail)).toContainEqual({
      changed: ['name', 'accent', 'logo', 'welcomeText', 'endText'],
      name: 'Acme',
    });
    expect(log).not.toContain('base64');
  });

  test('names sessions that begin afterwards', async () => {
    await put(acme);
    const { host: lead, customer } = await beginSession(relay.url, host.bearer);
    expect(JSON.stringify(lead.messages)).toContain('"site":"Acme"');
    await Promise.all([lead.close(), customer.close()]);
  });

  test.each([
    'Acme',
    { ...acme, name: '' },
    { ...acme, name: 'A\u202Ecme' },
    { ...acme, accent: 'red' },
    { ...acme, accent: '#fff;background:url(//x.example)' },
    { ...acme, logo: 'https://acme.example/logo.png' },
    { ...acme, logo: picture('svg+xml', 90) },
    { ...acme, logo: `${picture('png', 90)}"` },
    { ...acme, logo: picture('png', brandingLimits.logoBytes + 30) },
    { ...acme, logo: picture('png', 130_000) },
    { ...acme, welcomeText: 'x'.repeat(301) },
    { ...acme, endText: 'a\u0000' },
    { ...acme, more: true },
  ])('that is none changes nothing (%#)', async (body) => {
    expect((await put(body)).status).toBe(400);
    expect((await site()).look).toEqual(plainLook);
  });
});

test('a look that cannot be read is ours', () => {
  const plain = { name: 'Acme', protocol: 1, peerToPeer: true, mail: false, stores: { chrome: null, firefox: null } };
  for (const answer of [plain, { ...plain, look: { ...plainLook, logo: picture('svg+xml', 90) } }]) {
    expect(v.parse(siteSchema, answer)).toEqual({ ...plain, look: plainLook });
  }
});
