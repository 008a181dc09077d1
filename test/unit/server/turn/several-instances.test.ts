import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freePort } from '../../../../server/free-port.ts';
import { relayLimits } from '../../../../server/limits/relay-limits.ts';
import type { Seat } from '../../../../shared/protocol/rest.ts';
import { type Postgres, startPostgres } from '../../../support/postgres.ts';
import { startRelay, type TestRelay } from '../../../support/relay.ts';
import { connect, joinSession, startSession, type TestClient } from '../../../support/relay-client.ts';
import { joinTurn, openTurn, type TurnClient, untilReceived } from '../../../support/turn-client.ts';
import { waitFor } from '../../../support/wait-for.ts';

let postgres: Postgres;
let relays: [TestRelay, TestRelay];
let urls: string[];
let bearer: string;
const open: { close(): unknown }[] = [];

beforeAll(async () => {
  postgres = await startPostgres();
  const ports = [await freePort(), await freePort()] as const;
  urls = ports.map((port) => `turn:localhost:${port}?transport=tcp`);
  const env = {
    BESIDE_DATABASE_URL: postgres.url,
    BESIDE_SECRET: 'one secret for all instances of it',
    BESIDE_TURN_URLS: urls.join(' '),
  };
  relays = await Promise.all([startRelay({ port: ports[0], env }), startRelay({ port: ports[1], env })]);
  bearer = (await relays[0].addHost()).bearer;
}, 30_000);
afterAll(async () => {
  for (const one of open) await one.close();
  await Promise.all(relays.map((relay) => relay.stop()));
  await postgres.stop();
});

async function at(relay: TestRelay, seat: Seat): Promise<TestClient> {
  const client = await connect(relay.url, seat);
  open.push(client);
  return client;
}

/** One connection to the TURN of each instance, as the participant is told of them. */
async function turnsOf(client: TestClient): Promise<[TurnClient, TurnClient]> {
  // Without a shared bus word does not go round; the store is read every few seconds all the same.
  const [server] = await client.until(
    (message) => message.type === 'ice.offered' && message.servers,
    relayLimits.repairMs + 3_000,
  );
  expect(server?.urls).toEqual(urls);
  const turns = await Promise.all([openTurn(relays[0].port, server ?? {}), openTurn(relays[1].port, server ?? {})]);
  open.push(...turns);
  return turns;
}

/** A host on the first instance and a customer, who has asked to be let in, on another or the same. */
async function begin(customersRelay: TestRelay) {
  const started = await startSession(relays[0].url, bearer);
  const seat = await joinSession(customersRelay.url, started.sessionNumber);
  const [host, customer] = [await at(relays[0], started), await at(customersRelay, seat)];
  return { host, customer, admit: () => host.act({ type: 'participant.admit', participantId: seat.participantId }) };
}

describe('two who are connected to different instances', () => {
  let customer: TestClient;
  let hosts: [TurnClient, TurnClient];
  let customers: [TurnClient, TurnClient];
  beforeAll(async () => {
    const session = await begin(relays[1]);
    await session.admit();
    customer = session.customer;
    [hosts, customers] = [await turnsOf(session.host), await turnsOf(customer)];
  }, 30_000);

  test('meet at the TURN of either', async () => {
    for (const [one, other] of [
      [hosts[0], customers[0]],
      [hosts[1], customers[1]],
    ] as const) {
      const addresses = await joinTurn(one, other);
      one.send(addresses.other, Buffer.from('there'));
      await untilReceived(other, 1);
      other.send(addresses.one, Buffer.from('and back'));
      await untilReceived(one, 1);
      expect([other.received, one.received].map(([first]) => first?.data.toString())).toEqual(['there', 'and back']);
    }
  });

  test('are nobody at one instance by an address of another', async () => {
    const [, elsewhere] = await turnsOf(customer);
    const address = await elsewhere.allocate();
    expect(await hosts[1].permit(address)).toBe(0);
    expect(await hosts[0].permit(address)).toBe(403);
    expect(await hosts[0].bind(0x4000, address)).toBe(403);
  });

  test('have no allocation anywhere once they have left', async () => {
    await customer.act({ type: 'participant.leave' });
    for (const one of customers) {
      const ended = () =>
        one.refresh().then(
          () => false,
          () => true,
        );
      await waitFor('the allocation to end', ended, relayLimits.repairMs + 3_000);
    }
  });
});

test('whom one instance has just let in the other knows at once', async () => {
  const { host, customer, admit } = await begin(relays[0]);
  const [, hosts] = await turnsOf(host);
  // From now on the other instance knows the session, as it was before the customer came.
  await hosts.allocate();
  await admit();
  const [, customers] = await turnsOf(customer);
  await customers.allocate();
});
