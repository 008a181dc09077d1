import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import * as v from 'valibot';
import { readJoinFragment } from '../../../shared/mail/join-link.ts';
import { hostAddedSchema } from '../../../shared/protocol/hosts.ts';
import { joinCodeAnswerSchema, otherHostsSchema } from '../../../shared/protocol/invitation.ts';
import {
  ownSessionsSchema,
  restErrorSchema,
  type Seat,
  seatSchema,
  siteSchema,
} from '../../../shared/protocol/rest.ts';
import { type LocalRelay, startLocalRelay } from '../../support/local-relay.ts';
import { type MailServer, startMailServer } from '../../support/mail-server.ts';
import { makeHost, type TestHost } from '../../support/make-host.ts';
import { beginSession, call, connect, freshNumber, joinSession, startSession } from '../../support/relay-client.ts';

const minute = 60_000;

let mailServer: MailServer;
let relay: LocalRelay;
let url: string;
let anna: TestHost;
let petr: TestHost;

beforeAll(async () => {
  mailServer = await startMailServer();
  relay = await startLocalRelay({
    limits: { missesPerMinute: 100_000, joinFloorMs: 5 },
    env: { BESIDE_SMTP_URL: mailServer.url, BESIDE_MAIL_FROM: 'Help <help@acme.example>', BESIDE_SITE_NAME: 'Acme' },
  });
  url = relay.url;
  anna = await makeHost(relay.deps, { name: 'Anna Host' });
  petr = await makeHost(relay.deps, { name: 'Petr Host' });
});
afterAll(async () => {
  await relay.end();
  await mailServer.close();
});
// Past each rate of mails.
beforeEach(() => relay.advance(61 * minute));

const post = (path: string, body: unknown = {}, token = anna.bearer) => call(url, 'POST', path, { token, body });
async function read<S extends v.GenericSchema>(schema: S, response: Promise<Response>): Promise<v.InferOutput<S>> {
  return v.parse(schema, await (await response).json());
}
const errorOf = async (response: Promise<Response>) => (await read(restErrorSchema, response)).error;
const codeFor = (sessionId: string) => read(joinCodeAnswerSchema, post(`/api/sessions/${sessionId}/invitation`));
const joinBy = (code: string, name = 'Jan') => call(url, 'POST', '/api/join', { body: { code, name } });
const mailTo = (sessionId: string, to: string, token = anna.bearer) =>
  post(`/api/sessions/${sessionId}/invitation/mail`, { to, language: 'cs', name: 'Jan' }, token);

describe('a link for the customer', () => {
  test('[I1] leads to the lobby, once', async () => {
    const started = await startSession(url, anna.bearer);
    const host = await connect(url, started);
    const { code } = await codeFor(started.sessionId);
    const seat = await read(seatSchema, joinBy(code, 'Jan'));
    const customer = await connect(url, seat);
    await customer.until((message) => message.type === 'lobby.changed');
    expect(customer.facts()).toEqual([]);
    await host.until((m) => m.type === 'fact.appended' && m.entry.fact.type === 'participant.knocked');
    expect(await errorOf(joinBy(code))).toBe('number.unknown');
    await Promise.all([host.close(), customer.close()]);
  });

  test('[I1] of twenty who use the same one at once, one is let to the lobby', async () => {
    const { sessionId } = await startSession(url, anna.bearer);
    const { code } = await codeFor(sessionId);
    const statuses = await Promise.all(Array.from({ length: 20 }, async () => (await joinBy(code)).status));
    expect(statuses.filter((status) => status === 200).length).toBe(1);
    expect(statuses.filter((status) => status === 404).length).toBe(19);
  });

  test('[I1] an unknown, a spent, an outdated, an expired one and one of an ended session are answered alike', async () => {
    const { sessionId } = await startSession(url, anna.bearer);
    const outdated = (await codeFor(sessionId)).code;
    await freshNumber(url, anna.bearer, sessionId);
    const spent = (await codeFor(sessionId)).code;
    await joinBy(spent);
    const expired = (await codeFor(sessionId)).code;
    relay.advance(21 * minute);
    const other = await startSession(url, anna.bearer);
    const ofEnded = (await codeFor(other.sessionId)).code;
    const host = await connect(url, other);
    await host.act({ type: 'session.end' });
    await host.close();
    const answers = await Promise.all(
      ['x'.repeat(43), outdated, spent, expired, ofEnded].map(async (code) => {
        const response = await joinBy(code);
        return [response.status, await response.text()].join(' ');
      }),
    );
    expect(new Set(answers)).toEqual(new Set(['404 {"error":"number.unknown"}']));
  });

  test('the number goes on beside it, and beyond twenty links the oldest link goes', async () => {
    const { sessionId, sessionNumber } = await startSession(url, anna.bearer);
    const codes: string[] = [];
    for (let made = 0; made < 21; made += 1) {
      relay.advance(1_000);
      codes.push((await codeFor(sessionId)).code);
    }
    expect(await errorOf(joinBy(codes[0] ?? ''))).toBe('number.unknown');
    expect((await joinBy(codes[1] ?? '')).status).toBe(200);
    expect((await joinSession(url, sessionNumber)).sessionId).toBe(sessionId);
  });

  test('only the lead of the session gets one', async () => {
    const { started, host, customer } = await beginSession(url, anna.bearer);
    expect((await post(`/api/sessions/${started.sessionId}/invitation`, {}, petr.bearer)).status).toBe(404);
    await host.act({ type: 'session.end' });
    expect(await errorOf(post(`/api/sessions/${started.sessionId}/invitation`))).toBe('session.ended');
    await Promise.all([host.close(), customer.close()]);
  });

  test('[I2] by e-mail it comes in the language that was chosen, and the link joins', async () => {
    const { sessionId } = await startSession(url, anna.bearer);
    expect((await mailTo(sessionId, 'jan@example.org')).status).toBe(200);
    const { text, headers } = await mailServer.mailTo('jan@example.org');
    expect(headers['from']).toBe('Help <help@acme.example>');
    expect(text).toContain('Anna Host (Acme) vám chce pomoci.');
    const link = text.split('\n').find((line) => line.startsWith('http')) ?? '';
    expect(link.startsWith(`${relay.deps.settings.publicOrigins[0]}/join#`)).toBe(true);
    const invitation = readJoinFragment(new URL(link).hash);
    expect(invitation?.name).toBe('Jan');
    expect((await joinBy(invitation?.code ?? '')).status).toBe(200);
    expect(relay.logged()).not.toContain('jan@example.org');
    expect(relay.logged()).not.toContain(invitation?.code);
  });

  test('[I2] five mails an hour go to one address, twenty from one host', async () => {
    const { sessionId } = await startSession(url, anna.bearer);
    const send = async (to: string) => (await mailTo(sessionId, to)).status;
    for (let sent = 0; sent < 5; sent += 1) expect(await send(`${sent % 2 ? 'EVA' : 'eva'}@example.org`)).toBe(200);
    const sixth = await mailTo(sessionId, 'eva@example.org');
    expect([sixth.status, Number(sixth.headers.get('retry-after')) > 3_000]).toEqual([429, true]);
    // The try to the full mailbox counts for the host.
    for (let sent = 0; sent < 14; sent += 1) expect(await send(`c${sent}@example.org`)).toBe(200);
    expect(await send('one-more@example.org')).toBe(429);
    relay.advance(61 * minute);
    expect(await send('one-more@example.org')).toBe(200);
  });

  test('[I2] what is no single address is not even tried, and what the mail server refuses is said', async () => {
    const { sessionId } = await startSession(url, anna.bearer);
    const before = mailServer.mails.length;
    for (const to of ['a@b.cz, c@d.cz', 'a@b.cz\r\nBcc: c@d.cz', 'Jan <a@b.cz>', '']) {
      expect(await errorOf(mailTo(sessionId, to))).toBe('body.invalid');
    }
    expect(await errorOf(mailTo(sessionId, 'jan@refused.example'))).toBe('mail.failed');
    expect(mailServer.mails.length).toBe(before);
    expect(relay.logged()).not.toContain('jan@refused.example');
  });
});

describe('another host', () => {
  const invite = (sessionId: string, body: unknown, token = anna.bearer) =>
    post(`/api/sessions/${sessionId}/hosts`, body, token);
  const help = (sessionId: string, token = petr.bearer) => post(`/api/sessions/${sessionId}/help`, {}, token);
  const sessionsOf = (token: string) => read(ownSessionsSchema, call(url, 'GET', '/api/sessions', { token }));
  const idOf = async (name: string) => {
    const hosts = await read(otherHostsSchema, call(url, 'GET', '/api/hosts-list', { token: anna.bearer }));
    return hosts.find((host) => host.name === name)?.hostId ?? '';
  };

  test('[I3] is found in a list of names that has no addresses', async () => {
    const response = await call(url, 'GET', '/api/hosts-list', { token: anna.bearer });
    const text = await response.text();
    expect(text).not.toContain('@');
    expect(v.parse(otherHostsSchema, JSON.parse(text)).map(({ name }) => name)).toEqual(['Petr Host']);
  });

  test('[I3] finds the invitation among the sessions, joins as assistant, and is removed by the lead', async () => {
    const { started, host, customer } = await beginSession(url, anna.bearer);
    const { sessionId } = started;
    expect(await errorOf(help(sessionId))).toBe('not-found');
    expect((await invite(sessionId, { who: { hostId: await idOf('Petr Host') }, mail: null })).status).toBe(200);
    const [asked] = await sessionsOf(petr.bearer);
    expect(asked).toMatchObject({ sessionId, invitedBy: 'Anna Host', customer: 'Karel' });
    const seats = await Promise.all([1, 2, 3].map(() => help(sessionId)));
    expect(seats.some(({ status }) => status === 200)).toBe(true);
    const seat: Seat = await read(seatSchema, post(`/api/sessions/${sessionId}/enter`, {}, petr.bearer));
    const helper = await connect(url, seat);
    const admitted = await customer.until(
      (m) =>
        m.type === 'fact.appended' &&
        m.entry.fact.type === 'participant.admitted' &&
        m.entry.fact.participantId === seat.participantId &&
        m.entry,
    );
    expect(admitted).toMatchObject({ by: started.participantId, fact: { role: 'assistant', name: 'Petr Host' } });
    expect(host.facts().filter((type) => type === 'participant.admitted').length).toBe(2);
    expect(await sessionsOf(petr.bearer)).toMatchObject([{ sessionId, invitedBy: null }]);
    expect(await errorOf(invite(sessionId, { who: { hostId: await idOf('Petr Host') }, mail: null }))).toBe(
      'host.here',
    );

    const remove = { type: 'participant.remove', participantId: seat.participantId } as const;
    expect(await customer.act(remove)).toMatchObject({ type: 'command.refused', code: 'actor.not-lead' });
    expect(await host.act(remove)).toMatchObject({ type: 'command.accepted' });
    await helper.closed;
    expect(await sessionsOf(petr.bearer)).toEqual([]);
    expect(await errorOf(help(sessionId))).toBe('not-found');
    expect(await errorOf(post(`/api/sessions/${sessionId}/enter`, {}, petr.bearer))).toBe('not-found');

    // Asked again, the same host has the same place again.
    await invite(sessionId, { who: { hostId: await idOf('Petr Host') }, mail: null });
    const again = await read(seatSchema, help(sessionId));
    expect(again.participantId).toBe(seat.participantId);
    const back = await connect(url, again);
    expect(await back.act({ type: 'chat.say', audience: 'all', text: 'Here again', picture: null })).toMatchObject({
      type: 'command.accepted',
    });
    expect(back.facts()).toContain('chat.said');
    await Promise.all([host.close(), customer.close(), back.close()]);
  });

  test('[I3] may say no, and an invitation runs out after an hour and with the session', async () => {
    const { sessionId } = await startSession(url, anna.bearer);
    const who = { hostId: await idOf('Petr Host') };
    const open = async () => (await sessionsOf(petr.bearer)).filter((one) => one.sessionId === sessionId).length;
    await invite(sessionId, { who, mail: null });
    expect(await open()).toBe(1);
    await post(`/api/sessions/${sessionId}/decline`, {}, petr.bearer);
    expect(await open()).toBe(0);
    await invite(sessionId, { who, mail: null });
    relay.advance(61 * minute);
    expect([await open(), await errorOf(help(sessionId))]).toEqual([0, 'not-found']);
    const other = await startSession(url, anna.bearer);
    await invite(other.sessionId, { who, mail: null });
    const lead = await connect(url, other);
    await lead.act({ type: 'session.end' });
    expect((await sessionsOf(petr.bearer)).some((one) => one.sessionId === other.sessionId)).toBe(false);
    expect(await errorOf(help(other.sessionId))).toBe('session.ended');
    await lead.close();
  });

  test('[I3] may be asked by e-mail; the mail has no secret and nothing of the customer', async () => {
    const { started, host, customer } = await beginSession(url, anna.bearer);
    const who = { email: petr.email.toUpperCase() };
    expect((await invite(started.sessionId, { who, mail: 'en' })).status).toBe(200);
    const { text, headers } = await mailServer.mailTo(petr.email);
    expect(headers['subject']).toBe('Anna Host asks you to help in a session');
    expect(text).not.toContain('Karel');
    expect(text).not.toContain('#');
    expect(await errorOf(invite(started.sessionId, { who: { email: 'no@example.org' }, mail: 'en' }))).toBe(
      'host.not-found',
    );
    await Promise.all([host.close(), customer.close()]);
  });

  test('[I3] is asked by the lead only', async () => {
    const { sessionId } = await startSession(url, anna.bearer);
    const body = { who: { hostId: await idOf('Petr Host') }, mail: null };
    expect(await errorOf(invite(sessionId, body, petr.bearer))).toBe('not-found');
  });
});

test('[I2] a new host has the link for the password by mail, and nobody else sees it', async () => {
  const admin = await makeHost(relay.deps, { name: 'Ada Admin', admin: true });
  const add = (email: string, mail: string | null) =>
    read(hostAddedSchema, post('/api/hosts', { email, name: 'Nora', isAdmin: false, mail }, admin.bearer));
  expect(await add('nora@example.org', 'cs')).toMatchObject({ link: null, mail: 'sent' });
  const { text } = await mailServer.mailTo('nora@example.org');
  const token = /\/set-password#(\S+)/.exec(text)?.[1];
  const body = { token, password: 'another long password' };
  expect((await call(url, 'POST', '/api/set-password', { body })).status).toBe(200);
  const failed = await add('nora@refused.example', 'en');
  expect(failed).toMatchObject({ mail: 'failed' });
  expect(failed.link).toContain('/set-password#');
  expect(await add('nela@example.org', null)).toMatchObject({ mail: 'none' });
});

test('the site says whether it sends mail', async () => {
  expect((await read(siteSchema, call(url, 'GET', '/api/site'))).mail).toBe(true);
});
