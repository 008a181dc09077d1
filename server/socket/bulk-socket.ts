import type { RawData, WebSocket } from 'ws';
import { newId } from '../../shared/protocol/new-id.ts';
import type { ParticipantId } from '../../shared/protocol/ids.ts';
import { bothPresent } from '../commands/both-present.ts';
import type { Deps } from '../deps.ts';
import { createTokenBucket } from '../../shared/protocol/token-bucket.ts';
import type { Sessions } from '../sessions/sessions.ts';
import { bulkTopic, idBytes } from './bulk-flow.ts';
import { createBulkReceiver } from './bulk-receiver.ts';
import { createSenderPause } from './sender-pause.ts';
import { type Greeted, type RawMessage, toBuffer } from './greet.ts';
import { closeWith, sendMessage } from './relay-socket.ts';

/**
 * Sealed frames of one participant. They are passed on between two who are both present, and not
 * read, kept or logged. A frame to one without a bulk socket is lost: the link sends it again.
 */
export function serveBulk(ws: WebSocket, deps: Deps, sessions: Sessions, greeted: Greeted): void {
  const { limits, now, bus, metrics } = deps;
  const { live, seat, early } = greeted;
  const me = seat.participantId;
  const bucket = createTokenBucket(limits.bulkFramesPerSecond, limits.bulkFramesBurst, now);
  const pause = createSenderPause(ws, me, deps);
  const receiver = createBulkReceiver(ws, me, deps);
  let farewell: NodeJS.Timeout | undefined;
  let heardAt = performance.now();

  const leave = live.join({
    participantId: me,
    kind: 'bulk',
    socketId: newId(),
    changed: closeAtEnd,
    signalled: () => {},
    typed: () => {},
    replaced: () => closeWith(ws, 'replaced'),
  });

  function closeAtEnd(): void {
    const { state } = live.log;
    const gone = state.phase === 'ended' || (state.phase === 'open' && state.participants[me]?.phase === 'away');
    if (gone) farewell ??= setTimeout(() => closeWith(ws, 'session.ended'), limits.politeCloseMs);
  }

  function hear({ data, binary }: RawMessage): void {
    heardAt = performance.now();
    metrics.messages.inc({ kind: 'bulk' });
    if (!binary || data.byteLength < idBytes) return closeWith(ws, 'message.invalid');
    if (!bucket.take()) pause.briefly();
    const to: ParticipantId = data.toString('latin1', 0, idBytes);
    if (!bothPresent(live.log.state, me, to)) return;
    data.write(me, 0, 'latin1');
    bus.publish(bulkTopic(to), data);
  }

  // Browsers answer protocol pings by themselves. A paused socket cannot, so its silence means nothing.
  const heartbeat = setInterval(() => {
    if (pause.paused()) heardAt = performance.now();
    if (performance.now() - heardAt > limits.bulkDeadAfterMs) {
      closeWith(ws, 'heartbeat.missed');
      ws.terminate();
    } else if (ws.readyState === ws.OPEN) {
      ws.ping();
    }
  }, limits.heartbeatMs);

  ws.on('message', (raw: RawData, binary: boolean) => hear({ data: toBuffer(raw), binary }));
  ws.on('pong', () => (heardAt = performance.now()));
  ws.once('close', () => {
    clearInterval(heartbeat);
    clearTimeout(farewell);
    pause.close();
    receiver.close();
    leave();
    sessions.release(live);
  });
  const { sessionId } = seat;
  sendMessage(ws, { type: 'socket.welcomed', sessionId, participantId: me, now: now(), seq: 0, online: [] });
  closeAtEnd();
  for (const message of early) hear(message);
}
