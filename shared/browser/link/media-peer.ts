import { type MediaPeerData, mediaPeerDataSchema } from '../../protocol/media.ts';
import { afterFirstAnswer } from './after-first-answer.ts';
import { withFirstRate } from './first-rate.ts';
import type { PeerEvents } from './peer-series.ts';
import { createRawPeer, type RawPeer } from './raw-peer.ts';
import { createReadyLine } from './ready-line.ts';

/** A stream of the other side's, with what receives it. */
export interface Incoming {
  stream: MediaStream;
  receivers: readonly RTCRtpReceiver[];
}

export type TrackKind = 'audio' | 'video';

/** `added` is the track under which simple-peer knows the sender, whatever it sends now. */
interface Line {
  sender: RTCRtpSender;
  added: MediaStreamTrack;
  /** One change after the other. */
  changes: Promise<void>;
}

interface Options extends PeerEvents<MediaPeerData> {
  initiator: boolean;
  ice: RTCConfiguration;
  streams: readonly MediaStream[];
  onIncoming: (incoming: Incoming) => void;
  /** What comes on the line that is ready before anything is sent. */
  onReadyLine: (incoming: Incoming) => void;
}

export interface MediaPeer {
  signal(data: MediaPeerData): void;
  /** `isOnePicture`: and stays that, so that the ready line will do, if it is free. */
  add(stream: MediaStream, isOnePicture: boolean): void;
  /** Whether it goes over the ready line, on which no stream has a name. An open peer knows. */
  isOnReadyLine(stream: MediaStream): boolean;
  remove(stream: MediaStream): void;
  /** What the stream has of that kind from now on; only the first track of a kind has to be negotiated. */
  setTrack(stream: MediaStream, kind: TrackKind, track: MediaStreamTrack | null): void;
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
  const sent = new Map<MediaStream, Map<string, Line>>();
  /** All that a stream was ever given. */
  const ofStreams = new WeakSet<RTCRtpSender>();
  for (const stream of options.streams) sent.set(stream, linesOf(stream));
  let added = sent.size;
  let heardAt = Infinity;

  const ready = createReadyLine(
    { simple, inner },
    options.initiator,
    (sender) => ofStreams.has(sender),
    options.onReadyLine,
  );
  let onReadyLine: MediaStream | null = null;
  const whenAnswered = afterFirstAnswer(inner._pc);

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

  function linesOf(stream: MediaStream): Map<string, Line> {
    const senders = inner._pc?.getSenders() ?? [];
    return new Map(
      stream.getTracks().flatMap((track) => {
        const sender = senders.find((one) => one.track === track);
        if (!sender) return [];
        ofStreams.add(sender);
        return [[track.kind, { sender, added: track, changes: Promise.resolve() }]];
      }),
    );
  }

  /** simple-peer does not know its sender. */
  function giveUpReadyLine(lines: Map<string, Line>): void {
    onReadyLine = null;
    try {
      for (const { sender } of lines.values()) inner._pc?.removeTrack(sender);
    } catch {
      // As simple-peer does with its own; the next peer has what is still sent.
      simple.destroy();
      return;
    }
    // A track that is just being put there comes back after the removal.
    for (const { sender, changes } of lines.values()) void changes.then(() => put(sender, null));
    inner.negotiate();
  }

  function addNow(stream: MediaStream, isOnePicture: boolean): void {
    const [track] = stream.getTracks();
    const sender = isOnePicture && track?.kind === 'video' ? ready.take() : null;
    if (track && sender) {
      onReadyLine = stream;
      sent.set(stream, new Map([[track.kind, { sender, added: track, changes: put(sender, track) }]]));
      return;
    }
    if (!mayAdd()) return;
    simple.addStream(stream);
    sent.set(stream, linesOf(stream));
  }

  function setTrack(stream: MediaStream, kind: TrackKind, track: MediaStreamTrack | null): void {
    const lines = sent.get(stream);
    if (simple.destroyed || !lines) return;
    const line = lines.get(kind);
    if (line) line.changes = line.changes.then(() => exchange(line.sender, track));
    else if (track && mayAdd()) {
      simple.addTrack(track, stream);
      sent.set(stream, new Map([...linesOf(stream), ...lines]));
    }
  }

  /** False: there have been too many, and the peer is gone. */
  function mayAdd(): boolean {
    added += 1;
    if (added > maxAdded) simple.destroy();
    return added <= maxAdded;
  }

  return {
    signal: (data) => signal('sdp' in data ? { ...data, sdp: withFirstRate(data.sdp) } : data),
    add(stream, isOnePicture) {
      if (simple.destroyed || sent.has(stream)) return;
      const none = new Map<string, Line>();
      sent.set(stream, none);
      whenAnswered(() => {
        if (!simple.destroyed && sent.get(stream) === none) addNow(stream, isOnePicture);
      });
    },
    isOnReadyLine: (stream) => stream === onReadyLine,
    remove(stream) {
      const lines = sent.get(stream);
      sent.delete(stream);
      if (simple.destroyed || !lines) return;
      if (stream === onReadyLine) return giveUpReadyLine(lines);
      for (const line of lines.values()) simple.removeTrack(line.added, stream);
    },
    setTrack(stream, kind, track) {
      whenAnswered(() => setTrack(stream, kind, track));
    },
    senders: (stream) => [...(sent.get(stream)?.values() ?? [])].map(({ sender }) => sender),
    stats: async () => (await inner._pc?.getStats()) ?? null,
  };
}

async function exchange(sender: RTCRtpSender, track: MediaStreamTrack | null): Promise<void> {
  const parameters = sender.getParameters();
  // Firefox sends a frame a second of a track that is not there.
  for (const encoding of parameters.encodings) encoding.active = track !== null;
  await sender.setParameters(parameters).catch(() => undefined);
  await put(sender, track);
}

/** A sender that has just gone takes nothing more; it has a successor, which begins with this track. */
const put = (sender: RTCRtpSender, track: MediaStreamTrack | null): Promise<void> =>
  sender.replaceTrack(track).catch(() => undefined);

function ping(simple: RawPeer<MediaPeerData>['simple']): void {
  try {
    simple.send(new Uint8Array([0]));
  } catch {
    // A channel that closes just now; the close that follows says it all.
  }
}
