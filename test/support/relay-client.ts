import { WebSocket } from 'ws';
import type * as v from 'valibot';
import { newId } from '../../shared/protocol/new-id.ts';
import { protocolVersion } from '../../shared/protocol/limits.ts';
import { parseRelayMessage } from '../../shared/protocol/relay-codec.ts';
import type { ClientMessage, RelayMessage } from '../../shared/protocol/relay.ts';
import {
  freshNumberSchema,
  type Seat,
  seatSchema,
  type Started,
  startedSchema,
  ticketAnswerSchema,
} from '../../shared/protocol/rest.ts';
import * as valibot from 'valibot';
import type { Action } from '../../shared/session/actions.ts';

export const extensionOrigin = 'chrome-extension://ojblojdmpilpnnjafcelmephbodhkoio';

/** One request of the REST interface; `token` goes as bearer. */
export function call(
  url: string,
  method: string,
  path: string,
  { token, body, headers = {} }: { token?: string; body?: unknown; headers?: Record<string, string> } = {},
): Promise<Response> {
  return fetch(url + path, {
    method,
    redirect: 'manual',
    headers: {
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

async function answer<S extends v.GenericSchema>(schema: S, response: Response): Promise<v.InferOutput<S>> {
  const text = await response.text();
  if (!response.ok) throw new Error(`${response.status} ${text}`);
  return valibot.parse(schema, JSON.parse(text));
}

export const startSession = async (url: string, bearer: string): Promise<Started> =>
  answer(startedSchema, await call(url, 'POST', '/api/sessions', { token: bearer }));

export const freshNumber = async (url: string, bearer: string, sessionId: string) =>
  answer(freshNumberSchema, await call(url, 'POST', `/api/sessions/${sessionId}/number`, { token: bearer }));

export const joinSession = async (url: string, sessionNumber: string, name = 'Karel'): Promise<Seat> =>
  answer(seatSchema, await call(url, 'POST', '/api/join', { body: { sessionNumber, name } }));

export async function fetchTicket(url: string, participantToken: string): Promise<string> {
  const response = await call(url, 'POST', '/api/tickets', { token: participantToken });
  return (await answer(ticketAnswerSchema, response)).ticket;
}

export interface RawSocket {
  ws: WebSocket;
  /** Resolves with the close code and reason. */
  closed: Promise<{ code: number; reason: string }>;
}

/** A socket that has said nothing yet. */
export async function openSocket(
  url: string,
  kind: 'control' | 'bulk',
  origin: string | undefined = extensionOrigin,
): Promise<RawSocket> {
  const address = `${url.replace('http', 'ws')}/socket/${kind}`;
  const ws = new WebSocket(address, origin === undefined ? {} : { origin });
  const closed = new Promise<{ code: number; reason: string }>((resolve) =>
    ws.once('close', (code, reason) => resolve({ code, reason: reason.toString() })),
  );
  await new Promise<void>((resolve, reject) => {
    ws.once('open', resolve);
    ws.once('error', reject);
  });
  ws.on('error', () => {});
  return { ws, closed };
}

export interface TestClient extends RawSocket {
  seat: Seat;
  messages: RelayMessage[];
  send(message: ClientMessage): void;
  /** Sends the action with a new id and waits for the answer to it. */
  act(action: Action extends infer A ? (A extends Action ? Omit<A, 'id'> : never) : never): Promise<RelayMessage>;
  /** The first message, come or coming, for which `test` gives something; gives that. */
  until<T>(test: (message: RelayMessage) => T | undefined | false, withinMs?: number): Promise<T>;
  facts(): string[];
  seqs(): number[];
  lastSeq(): number;
  close(): Promise<void>;
}

/** A participant's control socket after its hello. Answers pings unless told not to. */
export async function connect(
  url: string,
  seat: Seat,
  { after = 0, answerPings = true }: { after?: number; answerPings?: boolean } = {},
): Promise<TestClient> {
  const ticket = await fetchTicket(url, seat.participantToken);
  const raw = await openSocket(url, 'control');
  const messages: RelayMessage[] = [];
  const waiting = new Set<() => void>();
  const send = (message: ClientMessage) => raw.ws.send(JSON.stringify(message));

  raw.ws.on('message', (data: Buffer) => {
    const parsed = parseRelayMessage(data.toString());
    if (!parsed.ok) throw new Error(`Not a message of the relay: ${data.toString()}`);
    messages.push(parsed.message);
    if (parsed.message.type === 'socket.ping' && answerPings) send({ type: 'socket.pong', at: parsed.message.at });
    for (const look of waiting) look();
  });

  function until<T>(test: (message: RelayMessage) => T | undefined | false, withinMs = 5_000): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const timer = setTimeout(() => {
        waiting.delete(look);
        reject(new Error(`It did not come. There was: ${JSON.stringify(messages)}`));
      }, withinMs);
      const look = () => {
        for (const message of messages) {
          const found = test(message);
          if (found === undefined || found === false) continue;
          waiting.delete(look);
          clearTimeout(timer);
          return resolve(found);
        }
      };
      waiting.add(look);
      look();
    });
  }

  send({ type: 'socket.hello', protocol: protocolVersion, ticket, after });
  const entries = () => messages.flatMap((message) => (message.type === 'fact.appended' ? [message.entry] : []));
  const client: TestClient = {
    ...raw,
    seat,
    messages,
    send,
    until,
    act(action) {
      const id = newId();
      send({ ...action, id });
      return until((message) => 'id' in message && message.id === id && message);
    },
    facts: () => entries().map(({ fact }) => fact.type),
    seqs: () => entries().map(({ seq }) => seq),
    lastSeq: () => entries().at(-1)?.seq ?? 0,
    async close() {
      raw.ws.close();
      await raw.closed;
    },
  };
  await until((message) => message.type === 'socket.welcomed');
  return client;
}

/** A participant's bulk socket after its hello. */
export async function connectBulk(url: string, seat: Seat): Promise<RawSocket & { frames: Buffer[] }> {
  const ticket = await fetchTicket(url, seat.participantToken);
  const raw = await openSocket(url, 'bulk');
  const frames: Buffer[] = [];
  const welcomed = new Promise<void>((resolve) => {
    raw.ws.on('message', (data: Buffer, binary: boolean) => {
      if (binary) frames.push(data);
      else resolve();
    });
  });
  raw.ws.send(JSON.stringify({ type: 'socket.hello', protocol: protocolVersion, ticket, after: 0 }));
  await welcomed;
  return { ...raw, frames };
}

/** A session in which a customer has been admitted, both on their control sockets; the customer's may be on another instance. */
export async function beginSession(url: string, bearer: string, customersUrl = url) {
  const started = await startSession(url, bearer);
  const host = await connect(url, started);
  const seat = await joinSession(customersUrl, started.sessionNumber);
  const customer = await connect(customersUrl, seat);
  await host.act({ type: 'participant.admit', participantId: seat.participantId });
  await customer.until((m) => m.type === 'fact.appended' && m.entry.fact.type === 'participant.admitted');
  const ref = {
    owner: seat.participantId,
    viewer: started.participantId,
    surface: 'page' as const,
    level: 'view' as const,
  };
  return { started, seat, host, customer, ref };
}
