import { type MediaPeerData, mediaPeerDataSchema } from '../../protocol/media.ts';
import type { PeerEvents } from './peer-series.ts';
import { createRawPeer, type RawPeer } from './raw-peer.ts';

/** A stream of the other side's, with what receives it. */
export interface Incoming {
  stream: MediaStream;
  receivers: readonly RTCRtpReceiver[];
}

interface Options extends PeerEvents<MediaPeerData> {
  initiator: boolean;
  ice: RTCConfiguration;
  streams: readonly MediaStream[];
  onIncoming: (incoming: Incoming) => void;
}

export interface MediaPeer {
  signal(data: MediaPeerData): void;
  add(stream: MediaStream): void;
  remove(stream: MediaStream): void;
  /** What sends the tracks of the stream. */
  senders(stream: MediaStream): readonly RTCRtpSender[];
  stats(): Promise<RTCStatsReport | null>;
}

/** Each stream adds lines to what is negotiated, and none ever goes: after so many a new peer starts afresh. */
const maxAdded = 16;
const pingEveryMs = 1_000;
/** ICE takes 6 to 30 s to notice that nothing comes through any more. */
const deadAfterMs = 5_000;

/** A WebRTC connection for pictures and sound; its data channel only says that it is alive. */
export function createMediaPeer(options: Options): MediaPeer {
  const { simple, inner, signal } = createRawPeer({ ...options, schema: mediaPeerDataSchema });
  const sent = new Set(options.streams);
  let added = sent.size;
  let heardAt = Infinity;

  // The first picture of the other side's finds a line: that saves a second round of offer and answer.
  if (options.initiator) simple.addTransceiver('video', { direction: 'recvonly' });

  const heartbeat = setInterval(() => {
    if (!simple.connected) return;
    if (performance.now() - heardAt > deadAfterMs) simple.destroy();
    else ping(simple);
  }, pingEveryMs);
  simple.on('connect', () => {
    heardAt = performance.now();
    options.onConnect();
  });
  simple.on('data', () => (heardAt = performance.now()));
  simple.on('close', () => clearInterval(heartbeat));
  simple.on('track', (_track: MediaStreamTrack, stream: MediaStream) => {
    const receivers = (inner._pc?.getReceivers() ?? []).filter((one) => stream.getTracks().includes(one.track));
    options.onIncoming({ stream, receivers });
  });

  return {
    signal,
    add(stream) {
      if (simple.destroyed || sent.has(stream)) return;
      sent.add(stream);
      added += 1;
      if (added > maxAdded) simple.destroy();
      else simple.addStream(stream);
    },
    remove(stream) {
      if (simple.destroyed || !sent.delete(stream)) return;
      simple.removeStream(stream);
    },
    senders(stream) {
      const tracks = new Set(stream.getTracks());
      return (inner._pc?.getSenders() ?? []).filter(({ track }) => track !== null && tracks.has(track));
    },
    stats: async () => (await inner._pc?.getStats()) ?? null,
  };
}

function ping(simple: RawPeer<MediaPeerData>['simple']): void {
  try {
    simple.send(new Uint8Array([0]));
  } catch {
    // A channel that closes just now; the close that follows says it all.
  }
}
