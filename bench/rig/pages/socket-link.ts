import { signal } from '@preact/signals';
import { type Channel, channels, type Link } from '../../../shared/browser/link/contract.ts';
import { openWire } from './wire.ts';

export interface SocketLink extends Link {
  /** Bytes of messages that were sent so far, by channel. */
  readonly sent: Record<Channel, number>;
}

const lowBytes = 512 * 1024;
const drainLookMs = 20;

/** A link over a bare WebSocket, so that ours and its peers travel alike: one byte for the channel, then the message. */
export async function openSocketLink(room: string, side: 'customer' | 'host'): Promise<SocketLink> {
  const handlers = new Map<Channel, (message: Uint8Array) => void>();
  const drained: (() => void)[] = [];
  const sent: SocketLink['sent'] = {
    control: 0,
    pointer: 0,
    mirror: 0,
    asset: 0,
    'host-control': 0,
    'host-pointer': 0,
    'host-mirror': 0,
    'host-asset': 0,
    media: 0,
    screen: 0,
    details: 0,
    draw: 0,
    'host-draw': 0,
    'screen-draw': 0,
    clipboard: 0,
    folder: 0,
    file: 0,
    'screen-patch': 0,
  };
  let looking: ReturnType<typeof setInterval> | undefined;
  const socket = await openWire(room, side);
  socket.addEventListener('message', ({ data }: MessageEvent<ArrayBuffer>) => {
    const bytes = new Uint8Array(data);
    const channel = channels[bytes[0] ?? -1];
    if (channel) handlers.get(channel)?.(bytes.subarray(1));
  });
  function look() {
    if (socket.bufferedAmount > lowBytes) return;
    clearInterval(looking);
    looking = undefined;
    for (const handler of drained) handler();
  }
  return {
    sent,
    send(channel, message) {
      const bytes = new Uint8Array(message.length + 1);
      bytes[0] = channels.indexOf(channel);
      bytes.set(message, 1);
      sent[channel] += message.length;
      socket.send(bytes);
      if (socket.bufferedAmount > lowBytes) looking ??= setInterval(look, drainLookMs);
    },
    receive: (channel, handler) => void handlers.set(channel, handler),
    unsent: () => socket.bufferedAmount,
    onDrained: (_channel, handler) => void drained.push(handler),
    onFresh() {},
    clear() {},
    path: signal('direct' as const),
    roundTripMs: signal(null),
    words: signal(null),
  };
}
