import { backOffMs } from './back-off.ts';

/** What a peer of a series tells of itself. */
export interface PeerEvents<D> {
  sendSignal: (data: D) => void;
  onConnect: () => void;
  onClose: () => void;
  /** Destroys the peer. */
  signal: AbortSignal;
}

interface Deps<D, P> {
  initiator: boolean;
  make: (events: PeerEvents<D>) => P;
  sendSignal: (message: { peer: number; data: D | null }) => void;
  onOpen: (peer: P) => void;
  /** The peer that was open is gone. */
  onGone: () => void;
  /** So many have not opened, one after the other. */
  onFailures?: (count: number) => void;
  /** Whether there shall be a peer now, and the other side can be reached for signalling. */
  wanted: () => boolean;
  signal: AbortSignal;
}

const openWithinMs = 15_000;
const maxBackOffMs = 30_000;
/** A peer that lived this long was a success; the next try comes quickly. */
const steadyMs = 5_000;

/**
 * One peer after the other, for as long as they are wanted: a peer that fails cannot be revived, so the initiator
 * makes the next, after a pause that grows while none opens.
 */
export function createPeerSeries<D, P extends { signal(data: D): void }>(deps: Deps<D, P>) {
  interface Present {
    number: number;
    peer: P;
    openedAt: number | null;
    close: AbortController;
  }
  let present: Present | null = null;
  let last = 0;
  let failures = 0;
  let retry: ReturnType<typeof setTimeout> | undefined;

  function start(number: number): Present {
    leave();
    last = number;
    const close = new AbortController();
    const timer = setTimeout(() => close.abort(), openWithinMs);
    const peer = deps.make({
      sendSignal: (data) => deps.sendSignal({ peer: number, data }),
      onConnect() {
        clearTimeout(timer);
        if (present !== made) return;
        made.openedAt = performance.now();
        deps.onOpen(peer);
      },
      onClose() {
        clearTimeout(timer);
        if (present === made) lost(made);
      },
      signal: AbortSignal.any([deps.signal, close.signal]),
    });
    const made: Present = { number, peer, openedAt: null, close };
    present = made;
    return made;
  }

  function leave(): void {
    const left = present;
    present = null;
    left?.close.abort();
    if (left && left.openedAt !== null) deps.onGone();
  }

  function lost({ number, openedAt }: Present): void {
    if (openedAt === null) failures += 1;
    else failures = performance.now() - openedAt >= steadyMs ? 0 : 1;
    leave();
    if (deps.signal.aborted) return;
    deps.onFailures?.(failures);
    deps.sendSignal({ peer: number, data: null });
    plan();
  }

  /** Only the initiator makes peers; it looks again whenever one may have become wanted. */
  function plan(): void {
    if (!deps.initiator || present || retry !== undefined || deps.signal.aborted || !deps.wanted()) return;
    retry = setTimeout(
      () => {
        retry = undefined;
        if (!present && deps.wanted()) start(last + 1);
      },
      failures === 0 ? 0 : backOffMs(failures, Math.random, maxBackOffMs),
    );
  }

  deps.signal.addEventListener('abort', () => clearTimeout(retry));

  return {
    plan,

    /** The peer there is, open or not. */
    present: (): P | null => present?.peer ?? null,

    receive({ peer: number, data }: { peer: number; data: D | null }): void {
      if (number < last) return;
      if (data === null) {
        if (present?.number === number) lost(present);
        return;
      }
      if (present?.number === number) present.peer.signal(data);
      else if (!deps.initiator && number > last) start(number).peer.signal(data);
    },

    /** Destroys the present peer; another will follow while one is wanted. */
    drop(): void {
      if (present) lost(present);
    },

    /** Nothing more is wanted: the present peer goes, and that is no failure. */
    rest(): void {
      leave();
      failures = 0;
    },
  };
}
