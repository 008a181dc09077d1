import { createConnection } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { limits, protocolVersion } from '../../../shared/protocol/limits.ts';
import { newId } from '../../../shared/protocol/new-id.ts';
import { closeCodes } from '../../../shared/protocol/relay.ts';
import { type LocalRelay, startLocalRelay } from '../../support/local-relay.ts';
import { makeHost, type TestHost } from '../../support/make-host.ts';
import {
  beginSession,
  connect,
  extensionOrigin,
  fetchTicket,
  freshNumber,
  joinSession,
  openSocket,
  startSession,
} from '../../support/relay-client.ts';

let relay: LocalRelay;
let url: string;
let host: TestHost;

beforeAll(async () => {
  relay = await startLocalRelay({
    limits: { helloWithinMs: 300, heartbeatMs: 100, deadAfterMs: 400, politeCloseMs: 50, tendMs: 50 },
  });
  url = relay.url;
  host = await makeHost(relay.deps);
});
afterAll(() => relay.end());

const hello = (ticket: string, after = 0) =>
  JSON.stringify({ type: 'socket.hello', protocol: protocolVersion, ticket, after });

describe.each(['control', 'bulk'] as const)('the %s socket', (kind) => {
  test.each([undefined, 'null', 'https://evil.example', 'http://sub.localhost', 'chrome-extension://other'])(
    'refuses a page of %s before the upgrade',
    async (origin) => {
      const ws = new WebSocket(`${url.replace('http', 'ws')}/socket/${kind}`, origin === undefined ? {} : { origin });
      const status = await new Promise((resolve) => {
        ws.once('unexpected-response', (_request, response) => resolve(response.statusCode));
        ws.once('open', () => resolve('open'));
      });
      expect(status).toBe(403);
      ws.on('error', () => {}).terminate();
    },
  );

  test('agrees to no compression', async () => {
    const { ws } = await openSocket(url, kind);
    expect(ws.extensions).toBe('');
    ws.terminate();
  });

  test('closes one that does not say hello in time', async () => {
    const { closed } = await openSocket(url, kind);
    expect(await closed).toEqual({ code: closeCodes['hello.too-late'], reason: 'hello.too-late' });
  });

  test.each([
    ['{"type":"socket.pong","at":1}', 'hello.expected'],
    ['not JSON', 'hello.expected'],
    ['{"type":"socket.hello","protocol":1,"ticket":"short","after":0}', 'message.invalid'],
    [hello('A'.repeat(43)), 'ticket.invalid'],
    [Buffer.from(hello('A'.repeat(43))), 'hello.expected'],
  ] as const)('closes one whose first message is %s', async (message, code) => {
    const { ws, closed } = await openSocket(url, kind);
    ws.send(message);
    expect(await closed).toEqual({ code: closeCodes[code], reason: code });
  });

  test('takes a ticket once', async () => {
    const seat = await startSession(url, host.bearer);
    const ticket = await fetchTicket(url, seat.participantToken);
    const first = await openSocket(url, kind);
    first.ws.send(hello(ticket));
    await new Promise((resolve) => first.ws.once('message', resolve));
    const second = await openSocket(url, kind);
    second.ws.send(hello(ticket));
    expect((await second.closed).code).toBe(closeCodes['ticket.invalid']);
    first.ws.terminate();
  });

  test('refuses a ticket after half a minute', async () => {
    const seat = await startSession(url, host.bearer);
    const ticket = await fetchTicket(url, seat.participantToken);
    relay.advance(limits.ticketLifeMs);
    const { ws, closed } = await openSocket(url, kind);
    ws.send(hello(ticket));
    expect((await closed).code).toBe(closeCodes['ticket.invalid']);
  });

  test('gives way to a newer one of the same participant', async () => {
    const seat = await startSession(url, host.bearer);
    const open = async () => {
      const ticket = await fetchTicket(url, seat.participantToken);
      const socket = await openSocket(url, kind);
      socket.ws.send(hello(ticket));
      await new Promise((resolve) => socket.ws.once('message', resolve));
      return socket;
    };
    const older = await open();
    const newer = await open();
    expect((await older.closed).code).toBe(closeCodes.replaced);
    expect(newer.ws.readyState).toBe(WebSocket.OPEN);
    newer.ws.terminate();
  });
});

describe('a control socket', () => {
  test('is closed for a message over 256 KiB', async () => {
    const client = await connect(url, await startSession(url, host.bearer));
    client.ws.send('x'.repeat(limits.controlMessageBytes + 1));
    expect((await client.closed).code).toBe(1009);
    const other = await connect(url, await startSession(url, host.bearer));
    other.ws.send('x'.repeat(limits.bulkFrameBytes + 1));
    expect((await other.closed).code).toBe(1009);
  });

  test.each([
    '{}',
    '{"type":"share.grant"}',
    '{"type":"signal.send","to":"x","data":""}',
    `{"type":"session.end","id":"${newId()}","extra":1}`,
    `{"type":"session.end","id":"${newId()}","__proto__":{"x":1}}`,
    hello('A'.repeat(43)),
  ])('is closed for %s', async (message) => {
    const client = await connect(url, await startSession(url, host.bearer));
    client.ws.send(message);
    expect(await client.closed).toEqual({ code: closeCodes['message.invalid'], reason: 'message.invalid' });
  });

  test('is closed for a binary message', async () => {
    const client = await connect(url, await startSession(url, host.bearer));
    client.ws.send(Buffer.from('{}'));
    expect((await client.closed).code).toBe(closeCodes['message.invalid']);
  });

  test('is closed for more messages than a person and a program need', async () => {
    const client = await connect(url, await startSession(url, host.bearer));
    for (let n = 0; n < 500; n += 1) client.send({ type: 'socket.pong', at: n });
    expect((await client.closed).code).toBe(closeCodes['message.too-many']);
  });

  test('that answers pings lives on, one that is silent is closed and offline', async () => {
    const { host: lead, started } = await beginSession(url, host.bearer);
    const { sessionNumber } = await freshNumber(url, host.bearer, started.sessionId);
    const silent = await connect(url, await joinSession(url, sessionNumber), { answerPings: false });
    const id = silent.seat.participantId;
    await lead.until((m) => m.type === 'presence.changed' && m.participantId === id && m.online);
    expect((await silent.closed).code).toBe(closeCodes['heartbeat.missed']);
    await lead.until((m) => m.type === 'presence.changed' && m.participantId === id && !m.online);
    expect(lead.ws.readyState).toBe(WebSocket.OPEN);
  });
});

describe('a customer', () => {
  test('in the lobby learns who will help and nothing else', async () => {
    const started = await startSession(url, host.bearer);
    const lead = await connect(url, started);
    const customer = await connect(url, await joinSession(url, started.sessionNumber));
    expect(await customer.until((m) => m.type === 'lobby.changed' && m)).toEqual({
      type: 'lobby.changed',
      phase: 'waiting',
      site: 'Beside',
      host: 'Anna Host',
    });
    expect(await customer.act({ type: 'session.end' })).toMatchObject({ code: 'actor.not-present' });
    expect(customer.messages[0]).toMatchObject({ type: 'socket.welcomed', seq: 0, online: [] });
    expect(customer.facts()).toEqual([]);
    await lead.until((m) => m.type === 'fact.appended' && m.entry.fact.type === 'participant.knocked');
  });

  test('once admitted gets all facts it may see, from the first, and who is online', async () => {
    const started = await startSession(url, host.bearer);
    const lead = await connect(url, started);
    const refused = await joinSession(url, started.sessionNumber);
    const { sessionNumber } = await freshNumber(url, host.bearer, started.sessionId);
    const seat = await joinSession(url, sessionNumber);
    const customer = await connect(url, seat);
    await lead.act({ type: 'participant.refuse', participantId: refused.participantId });
    await lead.act({ type: 'participant.admit', participantId: seat.participantId });
    await customer.until((m) => m.type === 'presence.changed' && m.participantId === started.participantId);
    expect(customer.facts()).toEqual(['session.started', 'participant.knocked', 'participant.admitted']);
    expect(customer.seqs()).toEqual([1, 3, 5]);
    expect(lead.facts()).toHaveLength(5);
  });

  test('who is refused is told so and sent away', async () => {
    const started = await startSession(url, host.bearer);
    const lead = await connect(url, started);
    const seat = await joinSession(url, started.sessionNumber);
    const customer = await connect(url, seat);
    await lead.act({ type: 'participant.refuse', participantId: seat.participantId });
    await customer.until((m) => m.type === 'lobby.changed' && m.phase === 'refused');
    expect((await customer.closed).code).toBe(closeCodes['session.ended']);
    expect(customer.facts()).toEqual([]);
    const again = await connect(url, seat);
    await again.until((m) => m.type === 'lobby.changed' && m.phase === 'refused');
  });

  test('waiting when the session ends is told that it is over', async () => {
    const started = await startSession(url, host.bearer);
    const lead = await connect(url, started);
    const customer = await connect(url, await joinSession(url, started.sessionNumber));
    await lead.act({ type: 'session.end' });
    await customer.until((m) => m.type === 'lobby.changed' && m.phase === 'over');
    expect((await customer.closed).code).toBe(closeCodes['session.ended']);
  });

  test('who leaves the lobby learns nothing of the session', async () => {
    const started = await startSession(url, host.bearer);
    const customer = await connect(url, await joinSession(url, started.sessionNumber));
    await customer.act({ type: 'participant.leave' });
    expect((await customer.closed).code).toBe(closeCodes['session.ended']);
    expect(customer.facts()).toEqual([]);
  });

  test('who leaves hears of it and nothing after', async () => {
    const { customer, host: lead } = await beginSession(url, host.bearer);
    await customer.act({ type: 'participant.leave' });
    await lead.act({ type: 'session.end' });
    expect((await customer.closed).code).toBe(closeCodes['session.ended']);
    expect(customer.facts().at(-1)).toBe('participant.left');
  });
});

describe('facts', () => {
  test('are the same for both sides, and acknowledged after they are in the store', async () => {
    const { host: lead, customer, ref, started } = await beginSession(url, host.bearer);
    const asked = await lead.act({ type: 'share.request', ref, direction: 'request' });
    if (asked.type !== 'command.accepted') throw new Error('refused');
    expect(await relay.deps.store.entries(started.sessionId, asked.seq - 1)).toHaveLength(1);
    const granted = await customer.act({ type: 'share.grant', requestId: asked.id });
    expect(granted).toMatchObject({ type: 'command.accepted', seq: asked.seq + 1 });
    await lead.until((m) => m.type === 'fact.appended' && m.entry.fact.type === 'share.granted');
    expect(lead.messages.filter((m) => m.type === 'fact.appended')).toEqual(
      customer.messages.filter((m) => m.type === 'fact.appended'),
    );
  });

  test('that a client has are not sent again, the others are, in order', async () => {
    const { host: lead, customer, ref } = await beginSession(url, host.bearer);
    const after = customer.lastSeq();
    await customer.close();
    await lead.until((m) => m.type === 'presence.changed' && !m.online);
    const asked = await lead.act({ type: 'share.request', ref, direction: 'request' });
    if (asked.type !== 'command.accepted') throw new Error('refused');
    await lead.act({ type: 'share.refuse', requestId: asked.id, reason: 'withdrawn' });
    const back = await connect(url, customer.seat, { after });
    await back.until((m) => m.type === 'fact.appended' && m.entry.fact.type === 'share.refused');
    expect(back.seqs()).toEqual([after + 1, after + 2]);
    const beyond = await connect(url, customer.seat, { after: 999 });
    expect(beyond.facts()).toEqual([]);
  });

  test('of an ended session can still be fetched, then the socket closes', async () => {
    const { host: lead, customer } = await beginSession(url, host.bearer);
    const after = customer.lastSeq();
    await customer.close();
    await lead.act({ type: 'session.end' });
    expect((await lead.closed).code).toBe(closeCodes['session.ended']);
    const back = await connect(url, customer.seat, { after });
    expect((await back.closed).code).toBe(closeCodes['session.ended']);
    expect(back.facts()).toEqual(['session.ended']);
  });

  test('twenty commands at once from two instances leave no gap', async () => {
    const second = await relay.another();
    const { host: lead, customer, ref } = await beginSession(url, host.bearer);
    const far = await connect(second.url, customer.seat);
    const asked = await lead.act({ type: 'share.request', ref, direction: 'request' });
    if (asked.type !== 'command.accepted') throw new Error('refused');
    const answers = await Promise.all([
      ...Array.from({ length: 10 }, () => far.act({ type: 'share.grant', requestId: asked.id })),
      ...Array.from({ length: 10 }, () => lead.act({ type: 'share.refuse', requestId: asked.id, reason: 'withdrawn' })),
    ]);
    expect(answers.filter(({ type }) => type === 'command.accepted')).toHaveLength(1);
    await far.until((m) => m.type === 'fact.appended' && m.entry.seq === 5);
    const stored = await relay.deps.store.entries(lead.seat.sessionId, 0);
    expect(stored.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5]);
    await lead.until((m) => m.type === 'fact.appended' && m.entry.seq === 5);
  });
});

describe('a command', () => {
  test('sent twice runs once and is answered alike', async () => {
    const { host: lead, ref } = await beginSession(url, host.bearer);
    const id = newId();
    const command = { type: 'share.request', id, ref, direction: 'request' } as const;
    lead.send(command);
    lead.send(command);
    await lead.until(() => lead.messages.filter((m) => m.type === 'command.accepted' && m.id === id).length === 2);
    const back = await connect(url, lead.seat, { after: lead.lastSeq() });
    back.send(command);
    const answer = await back.until((m) => m.type === 'command.accepted' && m);
    expect(lead.messages).toContainEqual(answer);
    expect(lead.facts().filter((type) => type === 'share.requested')).toHaveLength(1);
  });

  test('under somebody else’s command id is refused', async () => {
    const { host: lead, customer, ref } = await beginSession(url, host.bearer);
    const asked = await lead.act({ type: 'share.request', ref, direction: 'request' });
    if (asked.type !== 'command.accepted') throw new Error('refused');
    customer.send({ type: 'share.grant', id: asked.id, requestId: asked.id });
    expect(await customer.until((m) => m.type === 'command.refused' && m.code)).toBe('actor.unknown');
  });

  test.each([
    { type: 'participant.admit', participantId: newId() },
    { type: 'participant.refuse', participantId: newId() },
    { type: 'share.grant', requestId: newId() },
    { type: 'share.accept', requestId: newId() },
  ] as const)('of a customer that only others may give is refused: $type', async (action) => {
    const { customer } = await beginSession(url, host.bearer);
    expect((await customer.act(action)).type).toBe('command.refused');
  });

  test('in a full session is refused, unless it takes something away', async () => {
    const full = await startLocalRelay({ limits: { factsPerSession: 4 } });
    const { host: lead, ref } = await beginSession(full.url, (await makeHost(full.deps)).bearer);
    const asked = await lead.act({ type: 'share.request', ref, direction: 'request' });
    if (asked.type !== 'command.accepted') throw new Error('refused');
    const control = { ...ref, level: 'control' as const };
    const more = await lead.act({ type: 'share.request', ref: control, direction: 'request' });
    expect(more).toMatchObject({ type: 'command.refused', code: 'session.full' });
    const less = await lead.act({ type: 'share.refuse', requestId: asked.id, reason: 'withdrawn' });
    expect(less.type).toBe('command.accepted');
    await full.end();
  });
});

describe('a signal', () => {
  test('reaches the one it is for, on any instance, and is not kept', async () => {
    const second = await relay.another();
    const { host: lead, customer, started } = await beginSession(url, host.bearer);
    const far = await connect(second.url, customer.seat);
    lead.send({ type: 'signal.send', to: far.seat.participantId, data: 'offer' });
    expect(await far.until((m) => m.type === 'signal.received' && m)).toEqual({
      type: 'signal.received',
      from: started.participantId,
      data: 'offer',
    });
    far.send({ type: 'signal.send', to: started.participantId, data: 'answer' });
    await lead.until((m) => m.type === 'signal.received' && m.data === 'answer');
    expect(JSON.stringify(await relay.deps.store.entries(started.sessionId, 0))).not.toContain('offer');
    await lead.until((m) => m.type === 'presence.changed' && m.online);
  });

  test('neither reaches nor leaves the lobby', async () => {
    const { host: lead, started } = await beginSession(url, host.bearer);
    const { sessionNumber } = await freshNumber(url, host.bearer, started.sessionId);
    const waiting = await connect(url, await joinSession(url, sessionNumber));
    lead.send({ type: 'signal.send', to: waiting.seat.participantId, data: 'in' });
    waiting.send({ type: 'signal.send', to: started.participantId, data: 'out' });
    await waiting.act({ type: 'session.end' });
    await lead.act({ type: 'share.refuse', requestId: newId(), reason: 'withdrawn' });
    expect([...lead.messages, ...waiting.messages].filter((m) => m.type === 'signal.received')).toEqual([]);
  });
});

test('nothing of one session is reachable from another', async () => {
  const mine = await beginSession(url, host.bearer);
  const theirs = await beginSession(url, (await makeHost(relay.deps)).bearer);
  const asked = await theirs.host.act({ type: 'share.request', ref: theirs.ref, direction: 'request' });
  if (asked.type !== 'command.accepted') throw new Error('refused');
  const theirSeq = asked.seq;
  const ref = theirs.ref;
  for (const attacker of [mine.host, mine.customer]) {
    const refusals = await Promise.all([
      attacker.act({ type: 'participant.admit', participantId: ref.owner }),
      attacker.act({ type: 'participant.refuse', participantId: ref.owner }),
      attacker.act({ type: 'share.request', ref, direction: 'request' }),
      attacker.act({ type: 'share.accept', requestId: asked.id }),
      attacker.act({ type: 'share.grant', requestId: asked.id }),
      attacker.act({ type: 'share.refuse', requestId: asked.id, reason: 'denied' }),
      attacker.act({ type: 'share.end', ref, grantId: asked.id, reason: 'stopped' }),
    ]);
    expect(refusals.map(({ type }) => type)).toEqual(refusals.map(() => 'command.refused'));
    for (const to of [ref.owner, ref.viewer]) attacker.send({ type: 'signal.send', to, data: 'hello' });
    await attacker.act({ type: 'share.grant', requestId: asked.id });
  }
  expect(await relay.deps.store.entries(theirs.started.sessionId, theirSeq)).toEqual([]);
  expect([...theirs.host.messages, ...theirs.customer.messages].some((m) => m.type === 'signal.received')).toBe(false);
});

describe('the relay itself', () => {
  test('refuses a question that was not answered in time, and tells both', async () => {
    const { host: lead, customer, ref } = await beginSession(url, host.bearer);
    await lead.act({ type: 'share.request', ref, direction: 'request' });
    relay.advance(limits.answerWithinMs);
    for (const client of [lead, customer]) {
      const { by, fact } = await client.until(
        (m) => m.type === 'fact.appended' && m.entry.fact.type === 'share.refused' && m.entry,
      );
      expect([by, fact]).toMatchObject(['relay', { reason: 'no-answer' }]);
    }
  });

  test('gives up a call that nobody has answered in time, and tells both', async () => {
    const { host: lead, customer } = await beginSession(url, host.bearer);
    await customer.act({ type: 'call.start', medium: 'voice' });
    relay.advance(limits.ringWithinMs);
    for (const client of [lead, customer]) {
      const { by } = await client.until(
        (m) => m.type === 'fact.appended' && m.entry.fact.type === 'call.given-up' && m.entry,
      );
      expect(by).toBe('relay');
    }
  });

  test('does so too when it was not running as the time ran out', async () => {
    const { host: lead, customer, ref } = await beginSession(url, host.bearer);
    await lead.act({ type: 'share.request', ref, direction: 'request' });
    await lead.close();
    await customer.close();
    relay.advance(limits.answerWithinMs);
    const second = await relay.another();
    const back = await connect(second.url, lead.seat);
    await back.until((m) => m.type === 'fact.appended' && m.entry.fact.type === 'share.refused');
  });

  test('ends a session that everybody has left alone for a quarter of an hour', async () => {
    const lone = await startLocalRelay({ limits: { sweepMs: 50 } });
    const anna = await makeHost(lone.deps);
    const left = await startSession(lone.url, anna.bearer);
    const kept = await connect(lone.url, await startSession(lone.url, anna.bearer));
    lone.advance(15 * 60_000 + 1_000);
    const ended = async () => {
      for (;;) {
        const last = (await lone.deps.store.entries(left.sessionId, 0)).at(-1);
        if (last?.fact.type === 'session.ended') return last.fact.reason;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    };
    expect(await ended()).toBe('idle');
    expect(await lone.deps.store.entries(kept.seat.sessionId, 0)).toHaveLength(1);
    await lone.end();
  });

  test('cuts off a client that sends its headers drop by drop', async () => {
    const socket = createConnection(Number(new URL(url).port), 'localhost');
    const cut = new Promise((resolve) => socket.once('close', resolve));
    socket.on('error', () => {});
    socket.write('GET /api/site HTTP/1.1\r\n');
    const drops = setInterval(() => socket.write('x'), 100);
    await cut;
    clearInterval(drops);
  }, 8_000);

  test('lets no address hold more than its share of sockets without a hello', async () => {
    const small = await startLocalRelay({ limits: { socketsWithoutHelloPerAddress: 3 } });
    const sockets = await Promise.all([1, 2, 3].map(() => openSocket(small.url, 'control')));
    await expect(openSocket(small.url, 'control', extensionOrigin)).rejects.toThrow('429');
    for (const { ws } of sockets) ws.terminate();
    await small.end();
  });
});
