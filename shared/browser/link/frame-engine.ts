import { limits } from '../../protocol/limits.ts';
import { type AckPatience, createAckDebt } from './ack-debt.ts';
import type { Channel } from './contract.ts';
import {
  type Acks,
  decodeFrame,
  encodeFrame,
  forEachOrdered,
  type Frame,
  type LossyChannel,
  type OrderedChannel,
  orderedChannels,
} from './frame.ts';
import type { FramePath } from './frame-path.ts';
import { createIncomingChannel } from './incoming-channel.ts';
import { createNewestIn, createNewestOut } from './newest-only.ts';
import { createOutgoingChannel } from './outgoing-channel.ts';
import { createPings } from './pings.ts';

interface Deps {
  /** ms, monotonic. */
  now: () => number;
  soon: (run: () => void, afterMs: number) => void;
  onMessage: (channel: Channel, message: Uint8Array) => void;
  onDrained: (channel: Channel) => void;
  onRoundTrip: (ms: number) => void;
}

/** Input passes a full window, else it would wait for the mirror's acknowledgements. */
const controlExtraBytes = 256 * 1024;
const assetShare = 1 / 4;
/** Of the window: what comes meanwhile need not wait behind a file of a folder. */
const folderShare = 1 / 2;
/** Published files have a window of their own, on each path: whoever sends them makes it smaller where others would wait. */
const filesBytes = 2 * 1024 * 1024;

/** The order in which what waits may leave. Of both mirrors each side sends one, of the other only small requests. */
const urgency = [
  'control',
  'host-control',
  'screen',
  'media',
  'pointer',
  'host-pointer',
  'draw',
  'host-draw',
  'screen-draw',
  'screen-patch',
  'mirror',
  'host-mirror',
  'details',
  'clipboard',
  'folder',
  'asset',
  'host-asset',
  'file',
] as const satisfies readonly Channel[];
const isLossy = (channel: Channel): channel is LossyChannel => channel === 'pointer' || channel === 'host-pointer';

const calm: ReadonlySet<OrderedChannel> = new Set(['control', 'mirror', 'host-control', 'host-mirror']);
function ackPatience(channel: OrderedChannel): AckPatience {
  if (channel === 'file') return 'lazy';
  return calm.has(channel) ? 'calm' : 'prompt';
}

/**
 * Frames of all channels over whatever path there is. Both paths keep order while they live, so a frame that was
 * sent before a ping and is not acknowledged by its pong is lost and goes again: no timer guesses, no storm.
 */
export function createFrameEngine(deps: Deps) {
  const ordered = forEachOrdered(createOutgoingChannel);
  const lossyOut = { pointer: createNewestOut('pointer'), 'host-pointer': createNewestOut('host-pointer') };
  const incoming = forEachOrdered((channel) => createIncomingChannel((message) => deps.onMessage(channel, message)));
  const newestIn = (channel: LossyChannel) => createNewestIn((message) => deps.onMessage(channel, message));
  const lossyIn = { pointer: newestIn('pointer'), 'host-pointer': newestIn('host-pointer') };
  const pings = createPings(deps.now);
  let path: FramePath | null = null;
  const debt = createAckDebt(deps.soon, () => path?.send(encodeFrame({ type: 'acks', acks: acks() })));

  const outgoing = (channel: Channel) => (isLossy(channel) ? lossyOut[channel] : ordered[channel]);
  const onPathBytes = () => orderedChannels.reduce((bytes, channel) => bytes + ordered[channel].onPathBytes(), 0);
  /** What counts against the window of that channel. */
  const inWindowOf = (channel: OrderedChannel) => onPathBytes() - (channel === 'file' ? 0 : ordered.file.onPathBytes());
  const acks = (): Acks => forEachOrdered((channel) => incoming[channel].expected());

  function allowance(channel: OrderedChannel, windowBytes: number): number {
    switch (channel) {
      case 'control':
      case 'host-control':
      case 'media':
      case 'screen':
      case 'draw':
      case 'host-draw':
      case 'screen-draw':
        return windowBytes + controlExtraBytes;
      case 'mirror':
      case 'host-mirror':
      case 'screen-patch':
      case 'details':
      case 'clipboard':
        return windowBytes;
      case 'asset':
      case 'host-asset':
        return windowBytes * assetShare;
      case 'folder':
        return windowBytes * folderShare;
      case 'file':
        return filesBytes;
    }
  }

  function sendOrdered(channel: OrderedChannel, on: FramePath): boolean {
    if (!on.ready() || !ordered[channel].hasNext()) return false;
    if (inWindowOf(channel) + ordered[channel].nextBytes() > allowance(channel, on.windowBytes)) return false;
    const frame = ordered[channel].next();
    if (frame) on.send(frame);
    return frame !== null;
  }

  function sendLossy(channel: LossyChannel, on: FramePath): boolean {
    const frame = on.lossyReady() ? lossyOut[channel].next() : null;
    if (frame) on.sendLossy(frame);
    return frame !== null;
  }

  /** Sends what may leave now, the most urgent first. */
  function pump(): void {
    const on = path;
    if (!on) return;
    const sendOne = (channel: Channel) => (isLossy(channel) ? sendLossy(channel, on) : sendOrdered(channel, on));
    while (urgency.some(sendOne));
  }

  function acknowledged(upTo: Acks): void {
    for (const channel of orderedChannels) {
      const before = ordered[channel].unsentBytes();
      ordered[channel].acknowledge(upTo[channel]);
      reportDrained(channel, before);
    }
  }

  function reportDrained(channel: Channel, before: number): void {
    const after = outgoing(channel).unsentBytes();
    if (before >= limits.bufferedLowBytes && after < limits.bufferedLowBytes) deps.onDrained(channel);
  }

  function ping(): void {
    if (!path) return;
    const id = pings.start(forEachOrdered((channel) => ordered[channel].reached()));
    path.send(encodeFrame({ type: 'ping', id }));
  }

  function pong(frame: Extract<Frame, { type: 'pong' }>): void {
    acknowledged(frame.acks);
    const answered = pings.finish(frame.id);
    if (!answered) return;
    deps.onRoundTrip(answered.roundTripMs);
    for (const channel of orderedChannels) {
      if (frame.acks[channel] >= answered.reached[channel]) continue;
      ordered[channel].rewind();
      pings.forget();
    }
  }

  /** A ping of the other side shows that its way is open: ask at once for what it may have missed. */
  function answer(id: number, from: FramePath): void {
    from.send(encodeFrame({ type: 'pong', id, acks: acks() }));
    if (from === path && onPathBytes() > 0 && pings.quietMs() >= 200) ping();
  }

  return {
    /** Throws a RangeError for a message that the channel cannot take. */
    send(channel: Channel, message: Uint8Array): void {
      outgoing(channel).send(message);
      pump();
    },

    clear(channel: Channel): void {
      const before = outgoing(channel).unsentBytes();
      outgoing(channel).clear();
      pump();
      reportDrained(channel, before);
    },

    unsent: (channel: Channel): number => outgoing(channel).unsentBytes(),

    /** All that is not acknowledged goes again by the new path. */
    usePath(next: FramePath | null): void {
      path = next;
      pings.forget();
      pings.heard();
      for (const channel of orderedChannels) ordered[channel].rewind();
      if (!path) return;
      debt.pay();
      pump();
      ping();
    },

    receive(bytes: Uint8Array, from: FramePath): void {
      const frame = decodeFrame(bytes);
      if (!frame) return;
      if (from === path) pings.heard();
      switch (frame.type) {
        case 'data': {
          // Whoever takes it may give its memory away.
          const { length } = frame.payload;
          incoming[frame.channel].accept(frame);
          // An acknowledgement that is due now covers it too.
          debt.add(length, ackPatience(frame.channel));
          break;
        }
        case 'pointer':
        case 'host-pointer':
          lossyIn[frame.type](frame.seq, frame.payload);
          break;
        case 'acks':
          acknowledged(frame.acks);
          break;
        case 'ping':
          answer(frame.id, from);
          break;
        case 'pong':
          pong(frame);
          break;
      }
      pump();
    },

    pump,
    ping,
    /** Pings on the present path since anything came by it. */
    unheardPings: (): number => pings.unheard(),
  };
}
