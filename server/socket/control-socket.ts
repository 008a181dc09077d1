import type { RawData, WebSocket } from 'ws';
import { parseClientMessage } from '../../shared/protocol/relay-codec.ts';
import { newId } from '../../shared/protocol/new-id.ts';
import type { PrivacyPolicy } from '../../shared/protocol/privacy-policy.ts';
import type { SocketFailure } from '../../shared/protocol/relay.ts';
import { type CommandMessage, decide } from '../commands/commands.ts';
import type { Deps } from '../deps.ts';
import { createTokenBucket } from '../../shared/protocol/token-bucket.ts';
import { mayHear } from '../../shared/session/sees.ts';
import type { Outcome, Sessions } from '../sessions/sessions.ts';
import type { SitePolicy } from '../settings/site-policy.ts';
import { createFactFeed } from './fact-feed.ts';
import { createIceFeed } from './ice-feed.ts';
import { type Greeted, type RawMessage, toBuffer } from './greet.ts';
import { closeWith, sendMessage } from './relay-socket.ts';

/** Facts, commands and signals of one participant, from its hello until the socket closes. */
export function serveControl(
  ws: WebSocket,
  deps: Deps,
  sessions: Sessions,
  greeted: Greeted,
  sitePolicy: SitePolicy,
): void {
  const { limits, now, report, metrics } = deps;
  const { live, seat, after, early } = greeted;
  const me = seat.participantId;
  const bucket = createTokenBucket(limits.controlMessagesPerSecond, limits.controlMessagesBurst, now);
  const feed = createFactFeed(live, me, after, (message) => sendMessage(ws, message));
  const ice = createIceFeed(deps, { sessionId: seat.sessionId, participantId: me }, (message) =>
    sendMessage(ws, message),
  );
  let heardAt = performance.now();
  let queue: Promise<void> = Promise.resolve();
  let queued = 0;
  let welcomed = false;
  let policy: PrivacyPolicy | null = null;
  let toldPolicy: PrivacyPolicy | null = null;
  let farewell: NodeJS.Timeout | undefined;

  const leave = live.join({
    participantId: me,
    kind: 'control',
    socketId: newId(),
    changed: pump,
    signalled: (from, data) => {
      sendMessage(ws, { type: 'signal.received', from, data });
      dropIfStuck();
    },
    typed(from, audience) {
      if (mayHear(live.log.state, me, audience)) sendMessage(ws, { type: 'typing.told', from, audience });
    },
    replaced: () => closeWith(ws, 'replaced'),
  });

  function pump(): void {
    if (!welcomed) return;
    tellPolicy();
    if (feed.isInside()) ice.start();
    if (feed.pump()) farewell ??= setTimeout(() => closeWith(ws, 'session.ended'), limits.politeCloseMs);
    dropIfStuck();
  }

  /** To one who waits to be let in, nothing. */
  function tellPolicy(): void {
    if (!policy || policy === toldPolicy || !welcomed || !feed.isInside()) return;
    toldPolicy = policy;
    sendMessage(ws, { type: 'privacy.decided', policy });
  }
  const unfollow = sitePolicy.follow((next) => {
    policy = next;
    tellPolicy();
  });

  function dropIfStuck(): void {
    if (ws.bufferedAmount > limits.controlBufferedBytes) ws.terminate();
  }

  const heartbeat = setInterval(() => {
    if (performance.now() - heardAt > limits.deadAfterMs) {
      closeWith(ws, 'heartbeat.missed');
      ws.terminate();
    } else {
      sendMessage(ws, { type: 'socket.ping', at: now() });
    }
  }, limits.heartbeatMs);

  function hear({ data, binary }: RawMessage): void {
    heardAt = performance.now();
    metrics.messages.inc({ kind: 'control' });
    if (data.byteLength > limits.controlMessageBytes) return fail('message.too-large');
    if (!bucket.take() || queued >= limits.controlQueueLength) return fail('message.too-many');
    const parsed = binary ? undefined : parseClientMessage(data.toString('utf8'));
    if (!parsed?.ok || parsed.message.type === 'socket.hello') return fail('message.invalid');
    const { message } = parsed;
    if (message.type === 'socket.pong') return;
    queued += 1;
    queue = queue.then(() => obey(message)).finally(() => (queued -= 1));
  }

  function fail(failure: SocketFailure): void {
    ws.off('message', onMessage);
    closeWith(ws, failure);
  }

  async function obey(message: CommandMessage): Promise<void> {
    const caller = 'id' in message ? { id: message.id, by: me } : undefined;
    try {
      perform(await sessions.run(seat.sessionId, (context) => decide(context, me, message), caller));
    } catch (error) {
      report(error);
      // The store does not answer; the same command may be sent again.
      if (caller) sendMessage(ws, { type: 'command.refused', id: caller.id, code: 'relay.busy' });
    }
  }

  function perform({ effects, seq }: Outcome): void {
    for (const effect of effects) {
      switch (effect.type) {
        case 'accept':
          sendMessage(ws, { type: 'command.accepted', id: effect.id, seq });
          break;
        case 'refuse':
          sendMessage(ws, { type: 'command.refused', id: effect.id, code: effect.code });
          break;
        case 'signal':
          live.signal(me, effect.to, effect.data);
          break;
        case 'typing':
          live.typing(me, effect.audience);
          break;
        case 'append':
        case 'fail':
          break;
      }
    }
  }

  function onMessage(raw: RawData, binary: boolean): void {
    hear({ data: toBuffer(raw), binary });
  }

  ws.on('message', onMessage);
  ws.once('close', () => {
    clearInterval(heartbeat);
    clearTimeout(farewell);
    unfollow();
    ice.close();
    leave();
    sessions.release(live);
  });
  feed.welcome(now());
  welcomed = true;
  pump();
  for (const message of early) hear(message);
}
