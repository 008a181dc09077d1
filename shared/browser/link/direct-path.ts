import { limits } from '../../protocol/limits.ts';
import { backOffMs } from './back-off.ts';
import type { FramePath } from './frame-path.ts';
import { createPeer, type Peer } from './peer.ts';
import type { PeerSignal } from './peer-signal.ts';

interface Deps {
  initiator: boolean;
  /** Asked for each peer anew: credentials do not last. */
  ice: () => RTCConfiguration;
  /** Carries the peers' signals, sealed. */
  sendSignal: (message: PeerSignal) => void;
  /** A new path is open, or null: the last one is gone. */
  onPath: (path: FramePath | null) => void;
  onFrame: (bytes: Uint8Array<ArrayBuffer>, from: FramePath) => void;
  onRoom: () => void;
  /** Whether the other side can be reached for signalling. */
  reachable: () => boolean;
  signal: AbortSignal;
}

const openWithinMs = 15_000;
const maxBackOffMs = 30_000;
/** A peer that lived this long was a success; the next try comes quickly. */
const steadyMs = 5_000;
const directWindowBytes = 4 * limits.bufferedHighBytes;
const lossyHighBytes = 64 * 1024;

interface Present {
  number: number;
  peer: Peer;
  openedAt: number | null;
  close: AbortController;
}

/**
 * One peer after the other, for as long as the link lives: a peer that fails cannot be revived, so the
 * initiator makes the next, after a pause that grows while none opens.
 */
export function createDirectPath(deps: Deps) {
  let present: Present | null = null;
  let last = 0;
  let failures = 0;
  let retry: ReturnType<typeof setTimeout> | undefined;

  function start(number: number): Present {
    leave();
    last = number;
    const close = new AbortController();
    const timer = setTimeout(() => close.abort(), openWithinMs);
    const peer = createPeer({
      initiator: deps.initiator,
      ice: deps.ice(),
      sendSignal: (data) => deps.sendSignal({ peer: number, data }),
      onConnect() {
        clearTimeout(timer);
        if (present !== made) return;
        made.openedAt = performance.now();
        deps.onPath(path);
      },
      onData: (bytes) => deps.onFrame(bytes, path),
      onRoom: deps.onRoom,
      onClose() {
        clearTimeout(timer);
        if (present === made) lost(made);
      },
      signal: AbortSignal.any([deps.signal, close.signal]),
    });
    const path: FramePath = {
      kind: 'direct',
      windowBytes: directWindowBytes,
      ready: () => peer.bufferedBytes() < limits.bufferedHighBytes,
      send: (frame) => peer.send(frame),
      lossyReady: () => peer.lossyBufferedBytes() < lossyHighBytes,
      sendLossy: (frame) => peer.sendLossy(frame),
    };
    const made: Present = { number, peer, openedAt: null, close };
    present = made;
    return made;
  }

  function leave(): void {
    const left = present;
    present = null;
    left?.close.abort();
    if (left && left.openedAt !== null) deps.onPath(null);
  }

  function lost({ number, openedAt }: Present): void {
    if (openedAt === null) failures += 1;
    else failures = performance.now() - openedAt >= steadyMs ? 0 : 1;
    leave();
    if (deps.signal.aborted) return;
    deps.sendSignal({ peer: number, data: null });
    plan();
  }

  /** Only the initiator makes peers; it looks again whenever the other side becomes reachable. */
  function plan(): void {
    if (!deps.initiator || present || retry !== undefined || deps.signal.aborted || !deps.reachable()) return;
    retry = setTimeout(
      () => {
        retry = undefined;
        if (!present && deps.reachable()) start(last + 1);
      },
      last === 0 ? 0 : backOffMs(failures, Math.random, maxBackOffMs),
    );
  }

  deps.signal.addEventListener('abort', () => clearTimeout(retry));

  return {
    /** The other side has become reachable, or the link is new. */
    reachable: plan,

    receive({ peer: number, data }: PeerSignal): void {
      if (number < last) return;
      if (data === null) {
        if (present?.number === number) lost(present);
        return;
      }
      if (present?.number === number) present.peer.signal(data);
      else if (!deps.initiator && number > last) start(number).peer.signal(data);
    },

    /** Destroys the present peer; another will follow. */
    drop(): void {
      if (present) lost(present);
    },
  };
}
