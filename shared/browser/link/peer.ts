import { limits } from '../../protocol/limits.ts';
import { ownBytes } from './own-bytes.ts';
import { type PeerData, peerDataSchema } from './peer-signal.ts';
import { createRawPeer } from './raw-peer.ts';

export interface PeerOptions {
  initiator: boolean;
  ice: RTCConfiguration;
  sendSignal: (data: PeerData) => void;
  /** Both channels are open. */
  onConnect: () => void;
  onData: (bytes: Uint8Array<ArrayBuffer>) => void;
  /** There is room again: the buffer has fallen below `bufferedLowBytes`. */
  onRoom: () => void;
  /** Once, for whatever reason, also when it never opened. It cannot be revived. */
  onClose: () => void;
  /** Destroys the peer. */
  signal: AbortSignal;
}

export interface Peer {
  signal(data: PeerData): void;
  /** Ordered and lossless while the peer lives. */
  send(bytes: Uint8Array<ArrayBuffer>): void;
  bufferedBytes(): number;
  /** Unordered, never repeated. */
  sendLossy(bytes: Uint8Array<ArrayBuffer>): void;
  lossyBufferedBytes(): number;
}

/** Both sides open the lossy channel under this id, so that neither need announce it. */
const lossyChannelId = 64;

/** A WebRTC connection with two data channels: one ordered, one lossy. */
export function createPeer(options: PeerOptions): Peer {
  const { simple, inner, signal } = createRawPeer({ ...options, schema: peerDataSchema });
  const lossy =
    inner._pc?.createDataChannel('lossy', {
      negotiated: true,
      id: lossyChannelId,
      ordered: false,
      maxRetransmits: 0,
    }) ?? null;
  let connected = false;

  function ready(): void {
    if (!connected || lossy?.readyState !== 'open' || simple.destroyed) return;
    const channel = inner._channel;
    if (channel) {
      channel.bufferedAmountLowThreshold = limits.bufferedLowBytes;
      channel.addEventListener('bufferedamountlow', options.onRoom);
    }
    options.onConnect();
  }

  simple.on('connect', () => {
    connected = true;
    ready();
  });
  simple.on('data', (data: unknown) => {
    // simple-peer gives a Buffer of its own.
    if (data instanceof Uint8Array) options.onData(ownBytes(data));
  });
  if (lossy) {
    lossy.binaryType = 'arraybuffer';
    lossy.addEventListener('open', ready);
    lossy.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (data instanceof ArrayBuffer && !simple.destroyed) options.onData(new Uint8Array(data));
    });
  }

  return {
    signal,
    send(bytes) {
      const channel = inner._channel;
      if (channel?.readyState !== 'open') return;
      try {
        simple.send(bytes);
      } catch (error) {
        simple.destroy(error instanceof Error ? error : new Error('The data channel took no more.'));
      }
    },
    bufferedBytes: () => inner._channel?.bufferedAmount ?? 0,
    sendLossy(bytes) {
      if (lossy?.readyState === 'open') lossy.send(bytes);
    },
    lossyBufferedBytes: () => lossy?.bufferedAmount ?? 0,
  };
}
