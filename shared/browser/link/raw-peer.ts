import SimplePeer from 'simple-peer/simplepeer.min.js';
import * as v from 'valibot';

export interface RawPeerOptions<D> {
  initiator: boolean;
  ice: RTCConfiguration;
  /** Sent from the first offer on. */
  streams?: readonly MediaStream[];
  /** What may be carried to the other half. */
  schema: v.GenericSchema<unknown, D>;
  sendSignal: (data: D) => void;
  /** Once, for whatever reason, also when it never opened. It cannot be revived. */
  onClose: () => void;
  /** Destroys the peer. */
  signal: AbortSignal;
}

/** simple-peer keeps these to itself, and has no room for a second channel nor for lines of others. */
interface Inner {
  _pc: RTCPeerConnection | null;
  _channel: RTCDataChannel | null;
  negotiate(): void;
}

export interface RawPeer<D> {
  simple: SimplePeer.Instance;
  inner: Readonly<Inner>;
  signal(data: D): void;
}

/** One WebRTC connection, negotiated by simple-peer: what the peers for data and for media have in common. */
export function createRawPeer<D>(options: RawPeerOptions<D>): RawPeer<D> {
  const { initiator, schema, signal } = options;
  const simple = new SimplePeer({
    initiator,
    // In object mode each message comes out as it was sent, never joined to the next.
    objectMode: true,
    streams: [...(options.streams ?? [])],
    config: options.ice,
  });
  simple.on('signal', (data) => {
    const parsed = v.safeParse(schema, data);
    if (parsed.success) options.sendSignal(parsed.output);
  });
  // The close that follows says it all.
  simple.on('error', () => {});
  simple.on('close', options.onClose);
  signal.addEventListener('abort', () => {
    simple.destroy();
  });
  return {
    simple,
    inner: simple as unknown as Inner,
    signal(data) {
      if (!simple.destroyed) simple.signal(data as SimplePeer.SignalData);
    },
  };
}
