import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { SiteReports } from '../../../server/reports/site-reports.ts';
import { createSiteReports } from '../../../server/reports/site-reports.ts';
import { newId } from '../../../shared/protocol/new-id.ts';
import { feedbackLimits, type Report, type ReportList } from '../../../shared/protocol/reports.ts';
import type { Seat, Started } from '../../../shared/protocol/rest.ts';
import { type LocalRelay, startLocalRelay } from '../../support/local-relay.ts';
import { makeHost, type TestHost } from '../../support/make-host.ts';
import { call, joinSession, startSession } from '../../support/relay-client.ts';
import { waitFor } from '../../support/wait-for.ts';

let relay: LocalRelay;
let anna: TestHost;
let berta: TestHost;
let admin: TestHost;
let reports: SiteReports;

beforeAll(async () => {
  relay = await startLocalRelay();
  anna = await makeHost(relay.deps, { name: 'Anna Host' });
  berta = await makeHost(relay.deps, { name: 'Berta' });
  admin = await makeHost(relay.deps, { name: 'Admin', admin: true });
  reports = createSiteReports(relay.deps);
});
afterAll(() => relay.end());
beforeEach(() => relay.advance(1_000));

const asked = async (path: string, { bearer }: TestHost) =>
  call(relay.url, 'GET', `/api/reports${path}`, { token: bearer });
async function list(host: TestHost, query = ''): Promise<ReportList> {
  const answer = await asked(`?${query}`, host);
  expect(answer.status).toBe(200);
  return (await answer.json()) as ReportList;
}
const say = (path: string, token: string, body: unknown) => call(relay.url, 'POST', path, { token, body });

interface Case extends Started {
  customer: Seat;
}
/** A session of this host with this customer, who was let in. */
async function open(host: TestHost, name = 'Karel'): Promise<Case> {
  const started = await startSession(relay.url, host.bearer);
  const customer = await joinSession(relay.url, started.sessionNumber, name);
  const admitted = {
    type: 'participant.admitted',
    participantId: customer.participantId,
    name,
    role: 'customer',
  } as const;
  await relay.deps.store.append({
    sessionId: started.sessionId,
    after: 2,
    at: relay.deps.now(),
    by: started.participantId,
    facts: [admitted],
  });
  return { ...started, customer };
}
/** The lead leaves, and with that it is over. */
async function end({ sessionId, participantToken }: Case): Promise<void> {
  expect((await say('/api/leave', participantToken, {})).status).toBe(200);
  await waitFor('the report in the index', () => relay.deps.reportStore.one(sessionId));
}
async function ended(host: TestHost, name?: string): Promise<Case> {
  const made = await open(host, name);
  await end(made);
  return made;
}

test('[Y4] a host reads reports of its own sessions only, the admin all', async () => {
  const own = await ended(anna, 'Jan Novák');
  const others = await ended(berta, 'Eva Malá');
  expect((await list(anna)).rows).toMatchObject([
    { sessionId: own.sessionId, customer: 'Jan Novák', hosts: ['Anna Host'], queue: null, rating: null },
  ]);
  expect((await list(admin)).rows.map(({ sessionId }) => sessionId)).toEqual([others.sessionId, own.sessionId]);
  const status = async (host: TestHost, { sessionId }: Case) => (await asked(`/${sessionId}`, host)).status;
  expect([await status(anna, own), await status(anna, others), await status(admin, others)]).toEqual([200, 404, 200]);
  expect((await call(relay.url, 'GET', '/api/reports')).status).toBe(401);
  expect((await asked('/nonsense', admin)).status).toBe(404);
  const report = (await (await asked(`/${own.sessionId}`, anna)).json()) as Report;
  expect(report).toMatchObject({ customer: 'Jan Novák', endedReason: 'host-left', rating: null, survey: null });
});

test('[Y4] reports are found by text without accents, by host, and by time, and wildcards stand for themselves', async () => {
  await ended(anna, '100 % Žižka');
  const found = async (query: string) => (await list(admin, query)).rows.map(({ customer }) => customer);
  expect(await found('text=zizka')).toEqual(['100 % Žižka']);
  expect(await found(`text=${encodeURIComponent('100 %')}`)).toEqual(['100 % Žižka']);
  expect(await found('text=_ovak')).toEqual([]);
  expect(await found(`text=${encodeURIComponent("' or 1=1 --")}`)).toEqual([]);
  expect(await found('host=BERTA')).toEqual(['Eva Malá']);
  expect(await found(`from=${relay.deps.now() + 1_000}`)).toEqual([]);
  expect(await found(`text=zizka&to=${relay.deps.now() + 1_000}`)).toEqual(['100 % Žižka']);
  expect((await asked('?from=yesterday', admin)).status).toBe(400);
});

test('[Y4] the list comes in pages without a gap', async () => {
  const host = await makeHost(relay.deps, { name: 'Many' });
  const all: string[] = [];
  for (let count = 0; count < 3; count += 1) all.unshift((await ended(host)).sessionId);
  const first = await relay.deps.reportStore.list({ text: '', host: 'many', queue: '', userId: null }, 2);
  const last = first.at(-1);
  if (!last) throw new Error('No report was found.');
  const after = `${last.endedAt}.${last.sessionId}`;
  const rest = await list(host, `after=${after}`);
  expect([...first, ...rest.rows].map(({ sessionId }) => sessionId)).toEqual(all);
  expect(rest.next).toBeNull();
});

test('[Y4] a session that ended unheard gets into the index all the same, once', async () => {
  const made = await open(anna);
  const { sessionId } = made;
  const fact = { type: 'session.ended', reason: 'idle' } as const;
  await relay.deps.store.append({ sessionId, after: 3, at: relay.deps.now(), by: 'relay', facts: [fact] });
  expect(await relay.deps.reportStore.one(sessionId)).toBeUndefined();
  await reports.sweep();
  expect(await relay.deps.reportStore.one(sessionId)).toMatchObject({ endedReason: 'idle' });
  expect(await relay.deps.reportStore.missing(0, 10)).toEqual([]);
});

test('[Y6] the customer answers the survey once, and only when the session is over', async () => {
  const made = await open(anna);
  const { customer } = made;
  const answer = async (body: unknown) => {
    const said = await say('/api/survey', customer.participantToken, body);
    return [said.status, ((await said.json()) as { error?: string }).error];
  };
  expect(await answer({ stars: 5, comment: '' })).toEqual([409, 'session.running']);
  await end(made);
  expect(await answer({ stars: 6, comment: '' })).toEqual([400, 'body.invalid']);
  expect(await answer({ stars: 4, comment: ' =Thank you ' })).toEqual([200, undefined]);
  expect(await answer({ stars: 1, comment: '' })).toEqual([409, 'feedback.given']);
  expect((await say('/api/rating', customer.participantToken, { stars: 1, reasons: [] })).status).toBe(404);
  expect((await say('/api/survey', made.participantToken, { stars: 1, comment: '' })).status).toBe(404);
  const { survey } = (await (await asked(`/${made.sessionId}`, anna)).json()) as Report;
  expect(survey).toMatchObject({ stars: 4, comment: '=Thank you' });
});

test('[Y6] the host rates the session once, within 15 minutes of its end', async () => {
  const made = await ended(anna);
  const late = await ended(anna);
  const rate = async ({ participantToken }: Case) =>
    (await say('/api/rating', participantToken, { stars: 2, reasons: ['speed', 'tools'] })).status;
  expect([await rate(made), await rate(made)]).toEqual([200, 409]);
  relay.advance(feedbackLimits.takenForMs);
  expect(await rate(late)).toBe(410);
  expect((await list(anna, 'text=karel')).rows.map(({ rating }) => rating?.reasons ?? null)).toContainEqual([
    'speed',
    'tools',
  ]);
});

test('[Y2] a note may be written when there is no socket any more, and is in the report', async () => {
  const made = await ended(anna);
  const note = { noteId: newId(), begunAt: relay.deps.now(), text: 'To be called on Monday' };
  expect((await say('/api/notes', made.participantToken, note)).status).toBe(200);
  expect((await say('/api/notes', made.participantToken, { ...note, text: 'On Tuesday' })).status).toBe(200);
  expect((await say('/api/notes', made.customer.participantToken, { ...note, noteId: newId() })).status).toBe(409);
  const { notes } = (await (await asked(`/${made.sessionId}`, anna)).json()) as Report;
  expect(notes).toMatchObject([{ by: 'Anna Host', text: 'On Tuesday' }]);
});

test('[Y5] list and report come as CSV, with no formula in them', async () => {
  const made = await open(anna, '=1+1');
  await end(made);
  await say('/api/survey', made.customer.participantToken, { stars: 3, comment: '@SUM(A1)' });
  const all = await asked('?format=csv', anna);
  expect(all.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(all.headers.get('content-disposition')).toBe('attachment; filename="beside-reports.csv"');
  const text = await all.text();
  expect(text).toContain(`"'=1+1","Anna Host"`);
  expect(text).toContain(`"'@SUM(A1)"`);
  const one = await (await asked(`/${made.sessionId}?format=csv`, anna)).text();
  expect(one).toContain(`"'=1+1","came","customer"`);
  expect(one).not.toMatch(/,"[=+\-@]/);
});
