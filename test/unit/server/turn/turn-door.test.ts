import { afterAll, beforeAll, expect, test } from 'vitest';
import { freePort } from '../../../../server/free-port.ts';
import { makeCertificate } from '../../../support/certificate.ts';
import { type LocalRelay, startLocalRelay } from '../../../support/local-relay.ts';
import { makeHost } from '../../../support/make-host.ts';
import { beginSession, call, type TestClient } from '../../../support/relay-client.ts';
import { joinTurn, openTurn, untilReceived } from '../../../support/turn-client.ts';
import { waitFor } from '../../../support/wait-for.ts';

const certificate = makeCertificate();
let port: number;
let relay: LocalRelay;

beforeAll(async () => {
  port = await freePort();
  relay = await startLocalRelay({
    limits: { helloWithinMs: 300 },
    env: { BESIDE_TURN_PORT: String(port), BESIDE_TURN_CERT: certificate.cert, BESIDE_TURN_KEY: certificate.key },
  });
});
afterAll(async () => {
  await relay.end();
  certificate.remove();
});

const server = (client: TestClient) =>
  client.until((message) => message.type === 'ice.offered' && message.servers[0], 5_000);

test('on a port of its own one by TCP and one by TLS reach each other', async () => {
  const session = await beginSession(relay.url, (await makeHost(relay.deps)).bearer);
  const [mine, theirs] = [await server(session.host), await server(session.customer)];
  expect(mine.urls).toEqual([`turn:localhost:${port}?transport=tcp`, `turns:localhost:${port}?transport=tcp`]);
  const one = await openTurn(port, mine);
  const other = await openTurn(port, theirs, { trusted: certificate.pem });
  const addresses = await joinTurn(one, other);
  one.send(addresses.other, Buffer.from('to TLS'));
  other.send(addresses.one, Buffer.from('from TLS'));
  await untilReceived(one, 1);
  await untilReceived(other, 1);
  expect([one, other].map(({ received }) => received[0]?.data.toString())).toEqual(['from TLS', 'to TLS']);
  other.close();
  await waitFor('the allocation to go', async () => (await one.permit(addresses.other)) === 403);
  one.close();
});

test('nothing else is answered there, and the relay’s own port knows no TURN', async () => {
  await expect(call(`http://127.0.0.1:${port}`, 'GET', '/healthz')).rejects.toThrow('fetch failed');
  const turn = await openTurn(relay.port, {});
  await expect(turn.allocate()).rejects.toThrow('closed');
});

test('one who says nothing is cut off', async () => {
  const silent = await openTurn(port, {});
  await waitFor('the connection to be closed', () => silent.closed());
});
