import { effect, type ReadonlySignal, signal as createSignal, untracked } from '@preact/signals';
import { parseWith } from '../../protocol/codec.ts';
import {
  type Announced,
  type CallState,
  type MediaMessage,
  mediaMessageSchema,
  type MediaPeerData,
  type ScreenQuality,
  type StreamLabel,
} from '../../protocol/media.ts';
import { createArrivals, type Received } from './arrivals.ts';
import type { Link } from './contract.ts';
import { createMediaPeer, type MediaPeer, type TrackKind } from './media-peer.ts';
import { createPeerSeries } from './peer-series.ts';

/** - `failing`: several peers have not opened; more are tried. - `impossible`: the site allows no way that there is. */
export type MediaPhase = 'off' | 'connecting' | 'open' | 'failing' | 'impossible';

/** Where a viewer points in a picture of ours. */
export type Pointed = Extract<MediaMessage, { type: 'media.point' }>;

export interface Media {
  /**
   * Sends the stream until the signal aborts, over one peer after the other; the tracks are left running. Gives what
   * sends them now: other senders after a new peer.
   */
  send(stream: MediaStream, label: StreamLabel, until: AbortSignal): ReadonlySignal<readonly RTCRtpSender[]>;
  /** Holds a peer open, with a line for a picture, until the signal aborts: what is soon sent finds its way ready. Both sides. */
  keepReady(until: AbortSignal): void;
  /** Puts another track into a stream that is being sent, or takes one out. The stream itself is its sender's to keep. */
  setTrack(stream: MediaStream, kind: TrackKind, track: MediaStreamTrack | null): void;
  readonly received: ReadonlySignal<readonly Received[]>;
  readonly phase: ReadonlySignal<MediaPhase>;
  /** How the other side wants our screens, null while it has not said. */
  readonly wantedQuality: ReadonlySignal<ScreenQuality | null>;
  wantQuality(quality: ScreenQuality): void;
  /** What the other side says of itself in a call; null while it has said nothing. */
  readonly theirCall: ReadonlySignal<CallState | null>;
  sayCall(state: CallState | null): void;
  point(stream: string, at: Pointed['at']): void;
  onPoint(handler: (pointed: Pointed) => void): void;
  /** Of the present peer. */
  stats(): Promise<RTCStatsReport | null>;
  /** Destroys the present peer, as a fault of the network would. */
  dropPeer(): void;
}

export interface MediaOptions {
  link: Link;
  /** Exactly one of the two sides is: the host's. */
  initiator: boolean;
  /** Asked before each peer: credentials of a TURN run out. Null: nothing would get through. */
  ice: () => RTCConfiguration | null;
  signal: AbortSignal;
}

const failingAfter = 2;
/** Finds no candidates at all. */
const noWay: RTCConfiguration = { iceServers: [], iceTransportPolicy: 'relay' };

/**
 * Pictures and sound between two participants, over a peer of their own that lives while anything is sent. Signals
 * and labels go over the link, so they are sealed, in order and survive a change of path.
 */
export function createMedia({ link, initiator, ice, signal }: MediaOptions): Media {
  const arrivals = createArrivals();
  const { received } = arrivals;
  const phase = createSignal<MediaPhase>('off');
  const wantedQuality = createSignal<ScreenQuality | null>(null);
  const opened = createSignal<MediaPeer | null>(null);
  const sent = new Map<MediaStream, StreamLabel>();
  let pointHandler: (pointed: Pointed) => void = () => {};
  let ownQuality: ScreenQuality | null = null;
  let readied = 0;
  const theirCall = createSignal<CallState | null>(null);
  let ownCall: CallState | null = null;
  let end: AbortController | undefined;
  let series = startSeries();

  const say = (message: MediaMessage) => link.send('media', new TextEncoder().encode(JSON.stringify(message)));

  /** A link that is new has another counterpart: what there was is gone. */
  function startSeries() {
    end?.abort();
    const mine = (end = new AbortController());
    return createPeerSeries<MediaPeerData, MediaPeer>({
      initiator,
      make(events) {
        // What lay on the last one's ready line comes by its name now.
        if (sent.size > 0) announce();
        return createMediaPeer({
          ...events,
          initiator,
          ice: ice() ?? noWay,
          streams: [...sent.keys()],
          onIncoming: arrivals.come,
          onReadyLine: arrivals.comeOnReadyLine,
        });
      },
      sendSignal: ({ peer, data }) => say({ type: 'media.signal', peer, data }),
      onOpen(peer) {
        opened.value = peer;
        phase.value = 'open';
        // Added while it was made.
        if ([...sent.keys()].some(peer.isOnReadyLine)) announce();
      },
      onGone() {
        opened.value = null;
        arrivals.lose();
        phase.value = isWanted() ? 'connecting' : 'off';
      },
      onFailures(count) {
        if (count >= failingAfter) phase.value = 'failing';
      },
      wanted: () => isWanted() && link.path.peek() !== 'none' && !isImpossible(),
      signal: AbortSignal.any([signal, mine.signal]),
    });
  }

  const isWanted = () => readied + sent.size + received.peek().length > 0;
  const isImpossible = () => ice() === null;

  /** What is sent or received is not what it was. */
  function changed(): void {
    if (!isWanted()) {
      series.rest();
      phase.value = 'off';
      return;
    }
    if (phase.peek() === 'off') phase.value = isImpossible() ? 'impossible' : 'connecting';
    series.plan();
  }

  function announce(): void {
    const streams = [...sent].map(([stream, label]): Announced => {
      const isReady = series.present()?.isOnReadyLine(stream);
      return { id: stream.id, label, ...(isReady && { ready: true }) };
    });
    say({ type: 'media.streams', streams });
  }

  link.receive('media', (bytes) => {
    const parsed = parseWith(mediaMessageSchema, new TextDecoder().decode(bytes));
    if (parsed.ok && !signal.aborted) hear(parsed.message);
  });
  function hear(message: MediaMessage): void {
    switch (message.type) {
      case 'media.streams':
        arrivals.announce(message.streams);
        return changed();
      case 'media.signal':
        return series.receive(message);
      case 'media.quality':
        wantedQuality.value = message.quality;
        return undefined;
      case 'media.call':
        theirCall.value = message.state;
        return undefined;
      case 'media.point':
        return pointHandler(message);
    }
  }

  link.onFresh(() => {
    if (signal.aborted) return;
    opened.value = null;
    arrivals.lose();
    arrivals.announce([]);
    phase.value = 'off';
    theirCall.value = null;
    series = startSeries();
    announce();
    if (ownCall) say({ type: 'media.call', state: ownCall });
    if (ownQuality) say({ type: 'media.quality', quality: ownQuality });
    changed();
  });
  const unfollow = effect(() => {
    if (link.path.value !== 'none') untracked(() => series.plan());
  });
  signal.addEventListener('abort', () => {
    unfollow();
    opened.value = null;
    arrivals.announce([]);
    phase.value = 'off';
    theirCall.value = null;
  });

  return {
    send(stream, label, until) {
      const senders = createSignal<readonly RTCRtpSender[]>([]);
      if (until.aborted || signal.aborted) return senders;
      sent.set(stream, label);
      // A call may have sound too.
      series.present()?.add(stream, label.kind === 'screen');
      announce();
      changed();
      const follow = effect(() => {
        senders.value = opened.value?.senders(stream) ?? [];
      });
      signal.addEventListener('abort', follow);
      until.addEventListener('abort', () => {
        follow();
        senders.value = [];
        sent.delete(stream);
        if (signal.aborted) return;
        announce();
        series.present()?.remove(stream);
        changed();
      });
      return senders;
    },
    keepReady(until) {
      if (until.aborted || signal.aborted) return;
      readied += 1;
      changed();
      until.addEventListener('abort', () => {
        readied -= 1;
        if (!signal.aborted) changed();
      });
    },
    setTrack(stream, kind, track) {
      series.present()?.setTrack(stream, kind, track);
    },
    received,
    phase,
    theirCall,
    sayCall(state) {
      ownCall = state;
      if (!signal.aborted) say({ type: 'media.call', state });
    },
    wantedQuality,
    wantQuality(quality) {
      ownQuality = quality;
      say({ type: 'media.quality', quality });
    },
    point: (stream, at) => say({ type: 'media.point', stream, at }),
    onPoint: (handler) => void (pointHandler = handler),
    stats: async () => (await opened.peek()?.stats()) ?? null,
    dropPeer: () => series.drop(),
  };
}
