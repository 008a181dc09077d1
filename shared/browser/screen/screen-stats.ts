/** What people are told about a picture under way. */
export interface ScreenStats {
  width: number;
  height: number;
  fps: number;
  kbps: number;
  /** Null while it is not known. `relay`: through a TURN. */
  path: 'direct' | 'relay' | null;
  /** From the owner's screen to the viewer's, as far as it can be measured, ms; null before it is known. */
  delayMs: number | null;
}

/** Counters at one moment, of which two make a rate. */
export interface Counted {
  at: number;
  bytes: number;
  frames: number;
  /** Frames shown, and the seconds that they waited and were worked on in all (viewer only). */
  emitted: number;
  waited: number;
  width: number;
  height: number;
  limited: boolean;
  /** Of the source (owner only). */
  sourceFps: number;
  /** How coarse all frames were together, in the codec's own measure (owner only). */
  coarseness: number;
  /** Packets sent, and those of them that had been sent before (owner only). */
  packets: number;
  repeated: number;
}

interface Entry {
  type: string;
  [key: string]: unknown;
}

const number = (entry: Entry | undefined, key: string): number => {
  const value = entry?.[key];
  return typeof value === 'number' ? value : 0;
};
const entries = (report: RTCStatsReport): Entry[] => [...report.values()] as Entry[];

/** Of a sender's or a receiver's own report; null before there is any picture. */
export function countReport(report: RTCStatsReport): Counted | null {
  const all = entries(report);
  const out = all.find(({ type, kind }) => type === 'outbound-rtp' && kind === 'video');
  const inward = all.find(({ type, kind }) => type === 'inbound-rtp' && kind === 'video');
  const entry = out ?? inward;
  if (!entry) return null;
  const source = all.find(({ type }) => type === 'media-source');
  return {
    at: number(entry, 'timestamp'),
    bytes: number(entry, out ? 'bytesSent' : 'bytesReceived'),
    frames: number(entry, out ? 'framesEncoded' : 'framesDecoded'),
    emitted: number(entry, 'jitterBufferEmittedCount'),
    waited: number(entry, 'jitterBufferDelay'),
    width: number(entry, 'frameWidth'),
    height: number(entry, 'frameHeight'),
    limited: ['bandwidth', 'cpu'].includes(String(entry['qualityLimitationReason'])),
    sourceFps: number(source, 'framesPerSecond'),
    coarseness: number(out, 'qpSum'),
    packets: number(out, 'packetsSent'),
    repeated: number(out, 'retransmittedPacketsSent'),
  };
}

/** The way that the media take, and its round trip in ms. */
export function wayOf(report: RTCStatsReport | null): { path: ScreenStats['path']; roundTripMs: number | null } {
  const all = report ? entries(report) : [];
  const chosen = all.find(({ type }) => type === 'transport')?.['selectedCandidatePairId'];
  const pairs = all.filter(({ type }) => type === 'candidate-pair');
  // Firefox names no transport's pair, but marks it.
  const pair =
    pairs.find(({ id }) => id === chosen) ??
    pairs.find(({ selected, nominated, state }) => selected === true || (nominated === true && state === 'succeeded'));
  if (!pair) return { path: null, roundTripMs: null };
  const ends = all.filter(({ id }) => id === pair['localCandidateId'] || id === pair['remoteCandidateId']);
  const seconds = pair['currentRoundTripTime'];
  return {
    path: ends.some(({ candidateType }) => candidateType === 'relay') ? 'relay' : 'direct',
    roundTripMs: typeof seconds === 'number' ? seconds * 1000 : null,
  };
}

export function statsBetween(before: Counted, now: Counted, way: ReturnType<typeof wayOf>): ScreenStats | null {
  const seconds = (now.at - before.at) / 1000;
  if (seconds <= 0) return null;
  const shown = now.emitted - before.emitted;
  const waitedMs = shown > 0 ? ((now.waited - before.waited) / shown) * 1000 : 0;
  return {
    width: now.width,
    height: now.height,
    fps: Math.max(0, Math.round((now.frames - before.frames) / seconds)),
    kbps: Math.max(0, Math.round(((now.bytes - before.bytes) * 8) / seconds / 1000)),
    path: way.path,
    delayMs: way.roundTripMs === null ? null : Math.round(way.roundTripMs / 2 + waitedMs),
  };
}

/** How much of what was sent between two counts had been sent before, 0 to 1: it was lost on the way. */
export function repeatedBetween(before: Pick<Counted, 'packets' | 'repeated'>, now: typeof before): number {
  const packets = now.packets - before.packets;
  return packets > 0 ? Math.min(1, Math.max(0, (now.repeated - before.repeated) / packets)) : 0;
}
