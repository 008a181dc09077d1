import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lane } from '../support/lane.ts';
import { freePort } from '../../server/free-port.ts';
import { mediaIce } from '../../shared/browser/link/ice-servers.ts';
import { makeCertificate } from '../support/certificate.ts';
import { type Coturn, startCoturn } from '../support/coturn.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import { type LocalRelay, startLocalRelay } from '../support/local-relay.ts';
import { makeHost } from '../support/make-host.ts';
import { beginSession } from '../support/relay-client.ts';
import { relayedPair } from '../support/relayed-pair.ts';
import type { TestBrowser } from '../support/test-browser.ts';
import { openTurn, xorAddress } from '../support/turn-client.ts';

const certificate = makeCertificate();
let coturn: Coturn;
let own: LocalRelay;
let beside: LocalRelay;
let first: LocalRelay;
let secondUrl: string;

beforeAll(async () => {
  coturn = await startCoturn();
  const tls = { BESIDE_TURN_CERT: certificate.cert, BESIDE_TURN_KEY: certificate.key };
  own = await startLocalRelay({ env: tls });
  const urls = `turn:127.0.0.1:${coturn.port}?transport=udp turn:127.0.0.1:${coturn.port}?transport=tcp`;
  beside = await startLocalRelay({ env: { BESIDE_TURN_URLS: urls, BESIDE_TURN_SECRET: coturn.secret } });
  const ports = [await freePort(), await freePort()];
  const each = ports.map((port) => `turn:localhost:${port}?transport=tcp`).join(' ');
  first = await startLocalRelay({ port: ports[0] ?? 0, env: { BESIDE_TURN_URLS: each } });
  secondUrl = (await first.another(ports[1])).url;
});
afterAll(async () => {
  await own.end();
  await beside.end();
  await first.end();
  await coturn.stop();
  certificate.remove();
});

/** What two participants of a new session are told, with no way but those whose address matches. */
async function configurations(relay: LocalRelay, only: RegExp, customersUrl = relay.url): Promise<RTCConfiguration[]> {
  const session = await beginSession(relay.url, (await makeHost(relay.deps)).bearer, customersUrl);
  const told = [session.host, session.customer].map((client) =>
    client.until((message) => message.type === 'ice.offered' && message.servers),
  );
  return (await Promise.all(told)).map((servers) => {
    const some = servers.map((server) => ({ ...server, urls: server.urls.filter((url) => only.test(url)) }));
    const configuration = mediaIce(some, false);
    if (!configuration) throw new Error('No TURN was told.');
    return configuration;
  });
}

const everywhere = [
  { name: 'the relay’s own TURN by TCP', relay: () => own, only: /^turn:.*tcp$/, protocol: 'tcp' },
  { name: 'coturn by UDP', relay: () => beside, only: /udp$/, protocol: 'udp' },
  { name: 'coturn by TCP', relay: () => beside, only: /tcp$/, protocol: 'tcp' },
];

const byTls = { name: 'the same by TLS, on the same port', relay: () => own, only: /^turns:/, protocol: 'tls' };
/** Firefox cannot be made to take a certificate that it does not know. */
const ways = { chromium: [...everywhere, byTls], firefox: everywhere };

describe.each(['chromium', 'firefox'] as const)('in %s data and moving pictures go', (kind) => {
  let browser: TestBrowser;
  beforeAll(async () => {
    // Firefox gives up five seconds after the last candidate, which a busy machine may need for the first answer.
    const prefs = { 'media.peerconnection.ice.trickle_grace_period': 30_000 };
    browser = await launchBrowser(kind, { display: lane().display, trustsAll: true, prefs });
  });
  afterAll(() => browser.close());

  async function run(...[relay, only, customersUrl]: Parameters<typeof configurations>) {
    const page = await browser.open(own.url);
    const result = await page.evaluate(relayedPair, await configurations(relay, only, customersUrl));
    await page.close();
    expect(result).toMatchObject({ echoed: 'there and back', types: ['relay', 'relay'] });
    expect(result.pictures).toBeGreaterThanOrEqual(6);
    return result;
  }

  test.each(ways[kind])('through $name', async ({ relay, only, protocol }) => {
    const result = await run(relay(), only);
    expect(result.protocol).toBe(protocol);
    if (relay() !== own) return;
    // Nothing that the other side is told says where a participant is.
    for (const candidate of result.candidates) {
      const [address, related] = [candidate.split(' ')[4], / raddr (\S+)/.exec(candidate)?.[1]];
      expect(address).toBe('192.0.2.1');
      expect(['0.0.0.0', '192.0.2.1', undefined]).toContain(related);
    }
  });

  test('between two who are connected to different instances, each with a TURN of its own', async () => {
    expect((await run(first, /^turn:/, secondUrl)).protocol).toBe('tcp');
  });
});

test('coturn lets nobody at private addresses', async () => {
  const [configuration] = await configurations(beside, /tcp$/);
  const [server] = configuration?.iceServers ?? [];
  const turn = await openTurn(coturn.port, { username: server?.username ?? '', credential: server?.credential ?? '' });
  await turn.allocate();
  for (const host of ['10.0.0.1', '192.168.1.1', '172.16.0.1', '169.254.169.254', '127.0.0.2']) {
    expect(await turn.permit(xorAddress(host, 80))).toBe(403);
  }
  expect(await turn.permit(xorAddress('127.0.0.1', 80))).toBe(0);
  turn.close();
});
