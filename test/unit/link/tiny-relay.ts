import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import { parseClientMessage } from '../../../shared/protocol/relay-codec.ts';
import {
  type ClientMessage,
  closeCodes,
  type RelayMessage,
  type SocketFailure,
} from '../../../shared/protocol/relay.ts';
import type { Entry } from '../../../shared/session/facts.ts';

export const sessionId = 's'.repeat(22);
export const hostId = 'h'.repeat(22);
export const customerId = 'c'.repeat(22);

const about = { site: 'Shop', host: { participantId: hostId, name: 'Helen' } };
const started: Entry = {
  seq: 1,
  at: 1,
  by: 'relay',
  fact: { type: 'session.started', sessionId, ...about, switchedOn: [] },
};
const knocked: Entry = {
  seq: 2,
  at: 2,
  by: customerId,
  fact: { type: 'participant.knocked', participantId: customerId, name: 'Karel', role: 'customer' },
};
export const admitted: Entry = {
  seq: 3,
  at: 3,
  by: hostId,
  fact: { type: 'participant.admitted', participantId: customerId, name: 'Karel', role: 'customer' },
};

/** Speaks the relay's part of the protocol as each test tells it to, on a real port. */
export async function startTinyRelay() {
  const http = createServer();
  const server = new WebSocketServer({ server: http });
  const facts: Entry[] = [started, knocked];
  const heard: ClientMessage[] = [];
  const pongs: number[] = [];
  const hellos: Extract<ClientMessage, { type: 'socket.hello' }>[] = [];
  const control = new Set<WebSocket>();
  const bulk = new Set<WebSocket>();
  let onCommand: (message: ClientMessage, answer: (message: RelayMessage) => void) => void = () => {};
  let silent = false;

  const say = (ws: WebSocket, message: RelayMessage) => ws.send(JSON.stringify(message));

  const tell = (message: RelayMessage) => control.forEach((ws) => say(ws, message));
  const pings = setInterval(() => {
    if (!silent) tell({ type: 'socket.ping', at: 5_000_000 });
  }, 100);

  server.on('connection', (ws, request) => {
    const kind = request.url?.endsWith('bulk') ? bulk : control;
    kind.add(ws);
    ws.once('close', () => kind.delete(ws));
    ws.on('message', (raw: Buffer, binary: boolean) => {
      if (binary) {
        ws.send(raw);
        return;
      }
      const parsed = parseClientMessage(raw.toString('utf8'));
      if (!parsed.ok) throw new Error(`not in the protocol: ${raw.toString('utf8')}`);
      const { message } = parsed;
      if (message.type === 'socket.pong') {
        pongs.push(message.at);
        return;
      }
      if (message.type !== 'socket.hello') {
        heard.push(message);
        onCommand(message, (answer) => say(ws, answer));
        return;
      }
      hellos.push(message);
      say(ws, { type: 'socket.welcomed', sessionId, participantId: hostId, now: 5_000_000, seq: 0, online: [hostId] });
      if (kind === bulk) return;
      for (const entry of facts.filter(({ seq }) => seq > message.after)) say(ws, { type: 'fact.appended', entry });
    });
  });
  await new Promise<void>((resolve) => void http.listen(0, '127.0.0.1', resolve));

  return {
    address: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    facts,
    heard,
    hellos,
    control,
    bulk,
    onCommand: (handler: typeof onCommand) => (onCommand = handler),
    pongs,
    /** No more pings. */
    fallSilent: () => (silent = true),
    tell,
    append(entry: Entry) {
      facts.push(entry);
      tell({ type: 'fact.appended', entry });
    },
    /** As a crash does. */
    cut: () => [...control, ...bulk].forEach((ws) => ws.terminate()),
    close: (failure: SocketFailure) => control.forEach((ws) => ws.close(closeCodes[failure], failure)),
    async stop() {
      clearInterval(pings);
      for (const ws of server.clients) ws.terminate();
      await new Promise((resolve) => http.close(resolve));
    },
  };
}
export type TinyRelay = Awaited<ReturnType<typeof startTinyRelay>>;
