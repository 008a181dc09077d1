import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../../../shared/protocol/new-id.ts';
import { chunkListSchema } from '../../../shared/recording/manifest.ts';
import { ordinaryPolicy, type RecordingPolicy } from '../../../shared/recording/recording-policy.ts';
import { type LocalRelay, startLocalRelay } from '../../support/local-relay.ts';
import { makeHost } from '../../support/make-host.ts';
import { startRelay, type TestRelay } from '../../support/relay.ts';
import { beginSession, call, connect, joinSession, startSession } from '../../support/relay-client.ts';
import { mountSmallDisk } from '../../support/small-disk.ts';
import { readTrack, viewRecording } from '../../support/view-recording.ts';

type Begun = Awaited<ReturnType<typeof beginSession>>;

/** The customer allows it, the host begins. */
async function record({ host, customer, seat }: Begun): Promise<string> {
  await host.act({ type: 'tool.request', tool: 'recording', to: seat.participantId });
  const requestId = await customer.until(
    (m) => m.type === 'fact.appended' && m.entry.fact.type === 'tool.requested' && m.entry.fact.requestId,
  );
  await customer.act({ type: 'tool.grant', requestId });
  expect(await host.act({ type: 'recording.start' })).toMatchObject({ type: 'command.accepted' });
  return host.until(
    (m) => m.type === 'fact.appended' && m.entry.fact.type === 'recording.started' && m.entry.fact.recordingId,
  );
}
const put = (url: string, token: string, path: string, body: Uint8Array | string) =>
  fetch(`${url}/api/recordings/${path}`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${token}` },
    body: typeof body === 'string' ? body : Buffer.from(body),
  });
const bytes = (said: string) => new TextEncoder().encode(said);

async function beginTrack(url: string, { started }: Begun, recordingId: string) {
  const trackId = newId();
  const token = started.participantToken;
  const described = JSON.stringify({ kind: 'page', startsAt: Date.now(), of: null });
  const { status } = await put(url, token, `${recordingId}/tracks/${trackId}`, described);
  expect(status).toBe(200);
  const chunk = (n: number, body: Uint8Array, from = n * 1_000) =>
    put(url, token, `${recordingId}/tracks/${trackId}/chunks/${n}?from=${from}&to=${from + 900}`, body);
  return { trackId, chunk };
}

describe('[R6] a recording at the relay', () => {
  let relay: LocalRelay;
  let bearer: string;
  let admin: string;
  beforeAll(async () => {
    relay = await startLocalRelay();
    bearer = (await makeHost(relay.deps)).bearer;
    admin = (await makeHost(relay.deps, { admin: true })).bearer;
  });
  afterAll(() => relay.end());
  test('takes chunks from who records; who led the session and admins see them', async () => {
    const session = await beginSession(relay.url, bearer);
    const recordingId = await record(session);
    const { trackId, chunk } = await beginTrack(relay.url, session, recordingId);
    for (const n of [0, 1]) expect((await chunk(n, bytes(`chunk ${n};`))).status).toBe(200);
    expect((await chunk(1, bytes('chunk 1;'))).status).toBe(200);
    expect((await session.host.act({ type: 'recording.stop', recordingId })).type).toBe('command.accepted');
    for (const token of [bearer, admin]) {
      const view = await viewRecording(relay.url, token, recordingId);
      const { sessionId } = session.started;
      expect(view.manifest).toMatchObject({ sessionId, tracks: [{ trackId, chunks: 2, bytes: 16 }] });
      expect(new TextDecoder().decode(await readTrack(view, trackId))).toBe('chunk 0;chunk 1;');
    }
    await session.host.close();
    await session.customer.close();
  });

  test('takes nothing from a customer, from another session, for no recording, or that is no chunk', async () => {
    const [session, other] = [await beginSession(relay.url, bearer), await beginSession(relay.url, bearer)];
    const [recordingId, theirs] = [await record(session), await record(other)];
    const { trackId, chunk } = await beginTrack(relay.url, session, recordingId);
    const track = JSON.stringify({ kind: 'page', startsAt: Date.now(), of: null });
    const place = `${recordingId}/tracks/${trackId}`;
    for (const token of [session.seat.participantToken, other.started.participantToken]) {
      expect((await put(relay.url, token, `${recordingId}/tracks/${newId()}`, track)).status).toBe(404);
      expect((await put(relay.url, token, `${place}/chunks/0?from=0&to=1`, 'x')).status).toBe(404);
    }
    const { participantToken } = session.started;
    expect((await put(relay.url, participantToken, `${theirs}/tracks/${newId()}`, track)).status).toBe(404);
    expect((await put(relay.url, participantToken, `${newId()}/tracks/${newId()}`, track)).status).toBe(404);
    for (const path of [`${place}/chunks/40000?from=0&to=1`, `${place}/chunks/0?from=a&to=1`, `${place}/chunks/0`]) {
      expect((await put(relay.url, participantToken, path, 'x')).status).toBe(400);
    }
    expect((await chunk(0, randomBytes(13 * 1024 * 1024))).status).toBe(400);
    expect((await chunk(0, randomBytes(2 * 1024 * 1024))).status).toBe(200);
    for (const one of [session, other]) for (const end of [one.host, one.customer]) await end.close();
  });

  test('what was recorded after a customer took back the yes is not taken, what came before is, though late', async () => {
    const session = await beginSession(relay.url, bearer);
    const recordingId = await record(session);
    const { chunk } = await beginTrack(relay.url, session, recordingId);
    const on = await session.customer.until(
      (m) => m.type === 'fact.appended' && m.entry.fact.type === 'tool.granted' && m.entry.fact.grantId,
    );
    const to = session.seat.participantId;
    await session.customer.act({ type: 'tool.end', tool: 'recording', to, grantId: on, reason: 'stopped' });
    await expect.poll(async () => (await relay.deps.recordings.find(recordingId))?.endedAt).toBeGreaterThan(0);
    const late = await chunk(0, bytes('before'), 0);
    expect(late.status).toBe(200);
    const after = await chunk(1, bytes('after'), 60_000);
    expect([after.status, await after.json()]).toEqual([410, { error: 'recording.over' }]);
    await session.host.close();
    await session.customer.close();
  });

  test('a chunk of no possible time is refused for good, and what comes after it is taken', async () => {
    const session = await beginSession(relay.url, bearer);
    const recordingId = await record(session);
    const { trackId, chunk } = await beginTrack(relay.url, session, recordingId);
    const { participantToken: token } = session.started;
    const place = `${recordingId}/tracks/${trackId}/chunks/0`;
    const hour = 60 * 60_000;
    for (const [from, to] of [
      [2, 1],
      [0, hour + 1],
      [2 ** 31 - 1, 2 ** 31],
      [2 ** 40, 2 ** 40 + 1],
    ]) {
      const answer = await put(relay.url, token, `${place}?from=${from}&to=${to}`, 'x');
      expect([answer.status, await answer.json()], `${from}`).toEqual([400, { error: 'body.invalid' }]);
    }
    const early = `${recordingId}/tracks/${newId()}`;
    const described = JSON.stringify({ kind: 'page', startsAt: Date.now() - hour, of: null });
    expect((await put(relay.url, token, early, described)).status).toBe(200);
    expect((await put(relay.url, token, `${early}/chunks/0?from=0&to=900`, 'x')).status).toBe(400);
    expect((await put(relay.url, token, `${early}/chunks/1?from=${hour}&to=${hour + 900}`, 'x')).status).toBe(200);
    expect((await chunk(0, bytes('good'))).status).toBe(200);
    for (const end of [session.host, session.customer]) await end.close();
  });

  test('[R4] the admin’s rule is the first thing that a session knows; the closest counts', async () => {
    const { bearer: own } = await makeHost(relay.deps);
    const { participantId } = await startSession(relay.url, own);
    const userId = (await relay.deps.store.userOf(participantId)) ?? '';
    const policy: RecordingPolicy = {
      ...ordinaryPolicy,
      site: { mode: 'never', customerMayRefuse: true },
      hosts: [{ hostId: userId, rule: { mode: 'automatic', customerMayRefuse: false } }],
    };
    expect((await call(relay.url, 'PUT', '/api/recording-policy', { token: bearer, body: policy })).status).toBe(403);
    expect((await call(relay.url, 'PUT', '/api/recording-policy', { token: admin, body: policy })).status).toBe(200);
    const read = await call(relay.url, 'GET', '/api/recording-policy', { token: admin });
    expect(await read.json()).toEqual(policy);
    const rules = await Promise.all(
      [own, bearer].map(async (token) => {
        const host = await connect(relay.url, await startSession(relay.url, token));
        const rule = await host.until(
          (m) =>
            m.type === 'fact.appended' &&
            m.entry.fact.type === 'session.started' &&
            (m.entry.fact.recording ?? 'ordinary'),
        );
        await host.close();
        return rule;
      }),
    );
    expect(rules).toEqual([
      { mode: 'automatic', customerMayRefuse: false },
      { mode: 'never', customerMayRefuse: true },
    ]);
    await call(relay.url, 'PUT', '/api/recording-policy', { token: admin, body: ordinaryPolicy });
    const plain = await startSession(relay.url, bearer);
    expect((await joinSession(relay.url, plain.sessionNumber)).sessionId).toBe(plain.sessionId);
  });
});

test('[R5] a disk that is full ends the recording and nothing else; all are told at once, what is there stays', async () => {
  const disk = mountSmallDisk(8 * 1024 * 1024);
  let relay: TestRelay | undefined;
  try {
    // Store and recordings on the same disk.
    relay = await startRelay({ data: disk.folder });
    const { bearer } = await relay.addHost();
    const session = await beginSession(relay.url, bearer);
    const recordingId = await record(session);
    const { trackId, chunk } = await beginTrack(relay.url, session, recordingId);
    const mebibyte = () => randomBytes(1024 * 1024);
    let kept = 0;
    let status = 200;
    for (let n = 0; n < 9 && status === 200; n += 1) {
      ({ status } = await chunk(n, mebibyte()));
      if (status === 200) kept += 1;
    }
    expect(status).toBe(507);
    expect(kept).toBeGreaterThan(2);
    for (const one of [session.host, session.customer]) {
      const code = await one.until(
        (m) => m.type === 'fact.appended' && m.entry.fact.type === 'recording.failed' && m.entry.fact.code,
        2_000,
      );
      expect(code).toBe('disk-full');
    }
    const said = { type: 'chat.say', audience: 'all', text: 'Still here?', picture: null } as const;
    expect(await session.customer.act(said)).toMatchObject({ type: 'command.accepted' });
    const track = await readTrack(await viewRecording(relay.url, bearer, recordingId), trackId);
    expect(track.byteLength).toBe(kept * 1024 * 1024);
    await session.host.close();
    await session.customer.close();
  } finally {
    await relay?.stop();
    disk.unmount();
  }
});

test('[R6] a relay that is killed has what it answered for, and takes the same chunks again', async () => {
  const relay = await startRelay();
  try {
    const { bearer } = await relay.addHost();
    const session = await beginSession(relay.url, bearer);
    const recordingId = await record(session);
    const { trackId, chunk } = await beginTrack(relay.url, session, recordingId);
    const made = Array.from({ length: 40 }, () => randomBytes(64 * 1024));
    const answered = new Set<number>();
    const sending = (async () => {
      for (const [n, body] of made.entries()) {
        const { status } = await chunk(n, body);
        if (status === 200) answered.add(n);
      }
    })().catch(() => {});
    while (answered.size < 10) await sleep(1);
    await relay.end('SIGKILL');
    await sending;
    await relay.restart();
    const viewed = await viewRecording(relay.url, bearer, recordingId);
    const rows = v.parse(chunkListSchema, await (await viewed.read(`tracks/${trackId}/chunks`)).json());
    const there = new Set(rows.map(([n]) => n));
    for (const n of answered) expect(there.has(n), `chunk ${n}`).toBe(true);
    for (const [n, body] of made.entries()) expect((await chunk(n, body)).status).toBe(200);
    const { manifest, ...view } = await viewRecording(relay.url, bearer, recordingId);
    expect(Buffer.compare(await readTrack(view, trackId), Buffer.concat(made))).toBe(0);
    expect(manifest).toMatchObject({ endedAt: null, tracks: [{ chunks: 40, isWhole: true }] });
    session.host.ws.terminate();
    session.customer.ws.terminate();
  } finally {
    await relay.stop();
  }
});
