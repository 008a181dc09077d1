import { execFile } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { type Postgres, startPostgres } from '../../support/postgres.ts';
import { startRelay, type TestRelay } from '../../support/relay.ts';
import { beginSession, call, connect, joinSession, startSession } from '../../support/relay-client.ts';
import { talk } from '../../support/talk.ts';

const run = promisify(execFile);
const script = fileURLToPath(new URL('../../../scripts/host-add.ts', import.meta.url));

const relays: TestRelay[] = [];
const clusters: Postgres[] = [];
afterEach(async () => {
  await Promise.all(relays.splice(0).map((relay) => relay.stop()));
  await Promise.all(clusters.splice(0).map((cluster) => cluster.stop()));
});

async function cluster(): Promise<Postgres> {
  const started = await startPostgres();
  clusters.push(started);
  return started;
}

async function start(env: Record<string, string> = {}): Promise<TestRelay> {
  const relay = await startRelay({ env });
  relays.push(relay);
  return relay;
}

test.each(['SIGKILL', 'SIGTERM'] as const)(
  'a relay ended by %s loses no acknowledged fact, and both sides go on where they were',
  async (signal) => {
    const relay = await start();
    const { bearer } = await relay.addHost();
    const { host: lead, customer, ref } = await beginSession(relay.url, bearer);
    const talking = talk(lead, ref);
    await new Promise((resolve) => setTimeout(resolve, 300));
    await relay.end(signal);
    const acknowledged = await talking;
    expect(acknowledged).toBeGreaterThan(10);
    await relay.restart();
    for (const side of [lead, customer]) {
      const back = await connect(relay.url, side.seat, { after: side.lastSeq() });
      const missed = back.messages[0]?.type === 'socket.welcomed' ? back.messages[0].seq : 0;
      expect(missed).toBeGreaterThanOrEqual(acknowledged);
      await back.until(() => back.lastSeq() === missed || side.lastSeq() === missed);
      const all = [...side.seqs(), ...back.seqs()];
      expect(all).toEqual(Array.from({ length: missed }, (_, index) => index + 1));
    }
  },
);

test('a relay that is stopped tells its sockets to come back and is gone in about a second', async () => {
  const relay = await start();
  const { bearer } = await relay.addHost();
  const client = await connect(relay.url, await startSession(relay.url, bearer));
  const started = performance.now();
  const code = await relay.end('SIGTERM');
  expect(performance.now() - started).toBeLessThan(1_500);
  expect(code).toBe(0);
  expect(await client.closed).toEqual({ code: 1012, reason: 'drained' });
  expect(await client.until((m) => m.type === 'socket.drained' && m.retryMs)).toBeLessThan(1_000);
});

test('a host is made by command while the relay runs, and sets the password once by the printed link', async () => {
  const relay = await start();
  const env = { PATH: process.env['PATH'], BESIDE_PORT: String(relay.port), BESIDE_DATA: relay.data };
  const make = (...args: string[]) => run(process.execPath, [script, ...args], { env });
  const { stdout } = await make('--email', 'Anna@Example.org', '--name', 'Anna Žižková', '--admin');
  const link = new RegExp(`${relay.url}/set-password#([\\w-]{43})`).exec(stdout);
  const body = { token: link?.[1], password: 'a good long password' };
  expect((await call(relay.url, 'POST', '/api/set-password', { body })).status).toBe(200);
  expect((await call(relay.url, 'POST', '/api/set-password', { body })).status).toBe(401);
  const credentials = { email: 'anna@example.org', password: body.password };
  const signed = await call(relay.url, 'POST', '/api/auth/sign-in/email', {
    body: credentials,
    headers: { origin: relay.url },
  });
  expect(await signed.text()).toContain('Anna Žižková');
  expect((await startSession(relay.url, signed.headers.get('set-auth-token') ?? '')).sessionId).toBeDefined();
  await expect(make('--email', 'nobody')).rejects.toThrow('Usage:');
  await expect(make('--what')).rejects.toThrow('Usage:');
  expect(relay.output()).not.toContain(body.token);
});

test('the relay’s key is readable by its owner only, and no secret stands in the store', async () => {
  const relay = await start();
  const { bearer } = await relay.addHost();
  const started = await startSession(relay.url, bearer);
  const seat = await joinSession(relay.url, started.sessionNumber);
  expect(statSync(join(relay.data, 'secret')).mode & 0o777).toBe(0o600);
  await relay.end('SIGKILL');
  for (const name of ['beside.sqlite', 'beside.sqlite-wal']) {
    const stored = readFileSync(join(relay.data, name), 'latin1');
    for (const secret of [started.participantToken, seat.participantToken, started.sessionNumber]) {
      expect(stored).not.toContain(secret);
    }
  }
  await relay.restart();
  expect((await connect(relay.url, started)).messages.length).toBeGreaterThan(0);
});

test('two relays on one Postgres serve the same session', async () => {
  const postgres = await cluster();
  const env = { BESIDE_DATABASE_URL: postgres.url, BESIDE_SECRET: 'one secret for all instances of it' };
  const [one, other] = await Promise.all([start(env), start(env)]);
  const { bearer } = await one.addHost();
  const started = await startSession(one.url, bearer);
  const seat = await joinSession(other.url, started.sessionNumber);
  const lead = await connect(one.url, started);
  const customer = await connect(other.url, seat);
  await lead.act({ type: 'participant.admit', participantId: seat.participantId });
  // Without a shared bus word does not go round; the store is read every few seconds all the same.
  await customer.until((m) => m.type === 'fact.appended' && m.entry.fact.type === 'participant.admitted', 8_000);
});

test('a relay whose database is gone says so, refuses what it cannot write and lives on', async () => {
  const postgres = await cluster();
  const relay = await start({ BESIDE_DATABASE_URL: postgres.url });
  const { bearer } = await relay.addHost();
  const { host: lead, ref } = await beginSession(relay.url, bearer);
  expect((await call(relay.url, 'GET', '/readyz')).status).toBe(200);
  await postgres.stop();
  expect(await lead.act({ type: 'share.request', ref, direction: 'request' })).toMatchObject({ code: 'relay.busy' });
  expect((await call(relay.url, 'GET', '/readyz')).status).toBe(503);
  expect((await call(relay.url, 'GET', '/healthz')).status).toBe(200);
  expect((await call(relay.url, 'POST', '/api/sessions', { token: bearer })).status).toBe(500);
});

test('a wrong variable is named in one line', async () => {
  const started = startRelay({ env: { BESIDE_PUBLIC_URL: 'nonsense' } });
  await expect(started).rejects.toThrow('BESIDE_PUBLIC_URL is not understood');
});
