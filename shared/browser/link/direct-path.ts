import { limits } from '../../protocol/limits.ts';
import type { FramePath } from './frame-path.ts';
import { createPeer } from './peer.ts';
import { createPeerSeries } from './peer-series.ts';
import type { PeerData, PeerSignal } from './peer-signal.ts';

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

const directWindowBytes = 4 * limits.bufferedHighBytes;
const lossyHighBytes = 64 * 1024;

interface DataPeer {
  signal(data: PeerData): void;
  path: FramePath;
}

/** The way from peer to peer for frames: open, gone and open again for as long as the link lives. */
export function createDirectPath(deps: Deps) {
  const series = createPeerSeries<PeerData, DataPeer>({
    initiator: deps.initiator,
    make(events) {
      const peer = createPeer({
        ...events,
        initiator: deps.initiator,
        ice: deps.ice(),
        onData: (bytes) => deps.onFrame(bytes, path),
        onRoom: deps.onRoom,
      });
      const path: FramePath = {
        kind: 'direct',
        windowBytes: directWindowBytes,
        ready: () => peer.bufferedBytes() < limits.bufferedHighBytes,
        send: (frame) => peer.send(frame),
        lossyReady: () => peer.lossyBufferedBytes() < lossyHighBytes,
        sendLossy: (frame) => peer.sendLossy(frame),
      };
      return { signal: (data) => peer.signal(data), path };
    },
    sendSignal: deps.sendSignal,
    onOpen: ({ path }) => deps.onPath(path),
    onGone: () => deps.onPath(null),
    wanted: deps.reachable,
    signal: deps.signal,
  });
  return {
    /** The other side has become reachable, or the link is new. */
    reachable: series.plan,
    receive: series.receive,
    /** Destroys the present peer; another will follow. */
    drop: series.drop,
  };
}
