import { fromBase64url, toBase64url } from './base64url.ts';
import { concat } from './concat.ts';
import type { Channel, LinkPath } from './contract.ts';
import { createDirectPath } from './direct-path.ts';
import { createOpener, createSealer } from './envelope.ts';
import { createFrameEngine } from './frame-engine.ts';
import type { FramePath } from './frame-path.ts';
import type { Agreed } from './handshake.ts';
import { createInOrder } from './in-order.ts';
import { limits } from '../../protocol/limits.ts';
import { parsePeerSignal } from './peer-signal.ts';

interface Deps {
  agreed: Agreed;
  initiator: boolean;
  relayOnly: boolean;
  ice: () => RTCConfiguration;
  sendSealed: (box: string) => void;
  /** The parts of one frame; they are copied at once. */
  sendBulk: (...parts: readonly Uint8Array[]) => void;
  bulkBufferedBytes: () => number;
  /** Whether the relay can carry frames to the other side now. */
  relayOpen: () => boolean;
  reachable: () => boolean;
  /** The first frame that opens shows that the other side has the keys. Before what is in the frame. */
  onHeard: () => void;
  onMessage: (channel: Channel, message: Uint8Array) => void;
  onDrained: (channel: Channel) => void;
  onPath: (path: LinkPath) => void;
  onRoundTrip: (ms: number | null) => void;
  signal: AbortSignal;
}

const pingEveryMs = 1_000;
/** So many pings with nothing heard: the peer is dead, though ICE has not noticed (it takes 6 to 16 s). */
const unheardPings = 5;
const lossyHighBytes = 64 * 1024;
/** Each frame on the relay path says which keys it is sealed with. */
export const tagBytes = 4;

export function frameTag(attempt: string): Uint8Array<ArrayBuffer> {
  return (fromBase64url(attempt) ?? new Uint8Array()).slice(0, tagBytes);
}

/** All that lives as long as one set of keys: the frames, their two paths, and the peers. */
export function createAssociation(deps: Deps) {
  const { signal, initiator } = deps;
  const { attempt, keys } = deps.agreed;
  const own = initiator ? keys.fromInitiator : keys.fromResponder;
  const other = initiator ? keys.fromResponder : keys.fromInitiator;
  const tag = frameTag(attempt);
  const framesOut = { seal: createSealer(own.frames), inOrder: createInOrder() };
  const framesIn = { opener: createOpener(other.frames), inOrder: createInOrder() };
  const signalsOut = { seal: createSealer(own.signals), inOrder: createInOrder() };
  const signalsIn = { opener: createOpener(other.signals), inOrder: createInOrder() };
  let direct: FramePath | null = null;
  let present: FramePath | null = null;
  let confirmed = false;

  const engine = createFrameEngine({
    now: () => performance.now(),
    soon: (run, afterMs) => setTimeout(run, afterMs),
    onMessage: deps.onMessage,
    onDrained: deps.onDrained,
    onRoundTrip: deps.onRoundTrip,
  });

  function sealAndSend(frame: Uint8Array<ArrayBuffer>): void {
    framesOut.inOrder(framesOut.seal(frame), (box) => {
      if (!signal.aborted) deps.sendBulk(tag, ...box);
    });
  }

  const relay: FramePath = {
    kind: 'relay',
    windowBytes: limits.bufferedHighBytes,
    ready: () => true,
    send: sealAndSend,
    lossyReady: () => deps.bulkBufferedBytes() < lossyHighBytes,
    sendLossy: sealAndSend,
  };

  const peers = createDirectPath({
    initiator,
    ice: deps.ice,
    sendSignal(message) {
      const plain = new TextEncoder().encode(JSON.stringify(message));
      signalsOut.inOrder(signalsOut.seal(plain), (box) => {
        if (!signal.aborted) deps.sendSealed(toBase64url(concat(...box)));
      });
    },
    onPath(path) {
      direct = path;
      choosePath();
    },
    onFrame: (bytes, from) => engine.receive(bytes, from),
    onRoom: engine.pump,
    reachable: deps.reachable,
    signal,
  });

  /** Direct if there is a peer, else the relay if it reaches the other side, else none. */
  function choosePath(): void {
    if (signal.aborted || !confirmed) return;
    const next = direct ?? (deps.relayOpen() ? relay : null);
    if (next === present) return;
    present = next;
    deps.onRoundTrip(null);
    deps.onPath(next?.kind ?? 'none');
    engine.usePath(next);
  }

  const heartbeat = setInterval(() => {
    engine.ping();
    engine.pump();
    if (present?.kind === 'direct' && engine.unheardPings() >= unheardPings) peers.drop();
  }, pingEveryMs);
  signal.addEventListener('abort', () => clearInterval(heartbeat));

  return {
    attempt,
    words: keys.words,
    send: engine.send,
    clear: engine.clear,
    unsent: engine.unsent,
    dropPeer: peers.drop,

    /** Both sides have the keys: frames may leave. */
    confirm(): void {
      confirmed = true;
      choosePath();
      if (!deps.relayOnly) peers.reachable();
    },

    /** The relay's sockets or the other side's presence have changed. */
    relayChanged(): void {
      choosePath();
      if (confirmed && !deps.relayOnly) peers.reachable();
    },

    /** A frame from the relay, without its tag. */
    receiveFrame(box: Uint8Array<ArrayBuffer>): void {
      framesIn.inOrder(framesIn.opener.open(box), (opened) => {
        const frame = framesIn.opener.accept(opened);
        if (!frame || signal.aborted) return;
        deps.onHeard();
        engine.receive(frame, relay);
      });
    },

    receiveSignal(box: Uint8Array<ArrayBuffer>): void {
      signalsIn.inOrder(signalsIn.opener.open(box), (opened) => {
        const plain = signalsIn.opener.accept(opened);
        if (!plain || signal.aborted || deps.relayOnly) return;
        deps.onHeard();
        const parsed = parsePeerSignal(new TextDecoder().decode(plain));
        if (parsed.ok) peers.receive(parsed.message);
      });
    },

    /** Boxes from the relay that were changed, repeated or out of order. */
    refused: (): number => framesIn.opener.refused() + signalsIn.opener.refused(),
  };
}

export type Association = ReturnType<typeof createAssociation>;
