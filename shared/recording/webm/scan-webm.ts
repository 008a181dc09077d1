import { elementsIn, ids, joinBytes, readHead, readNumber } from './ebml.ts';

/** Of what a recorder wrote without looking back: where each piece of it begins, and what is whole. */
export interface WebmIndex {
  /** The `Tracks` element, as it was; null: there is none, and nothing can be played. */
  tracks: Uint8Array | null;
  /** ns a tick. */
  scale: number;
  clusters: Cluster[];
  /** Bytes of whole clusters, from before to after; what lies between is torn. */
  ranges: [from: number, to: number][];
  /** Of the last block, ms. */
  endsAt: number;
}
export interface Cluster {
  /** Of its first byte, from the beginning of all bytes. */
  from: number;
  /** ms */
  at: number;
  /** A picture can be made from its beginning. */
  isKey: boolean;
}

export interface WebmScanner {
  push(bytes: Uint8Array): void;
  /** Some bytes are missing here. `lost`: how many of them have a place all the same. */
  gap(lost?: number): void;
  index(): WebmIndex;
}

/** Of what has to be looked into as a whole: what is before the first cluster, groups of blocks. */
const headAtMost = 1024 * 1024;
const clustersAtMost = 100_000;
/** As many as a track has chunks: each that is lost begins another. */
const rangesAtMost = 40_000;
/** A number in WebM has no more bytes. */
const numberBytesAtMost = 8;
const usualScale = 1_000_000;
const videoType = 1;
const none: Uint8Array = new Uint8Array(0);

/** It is in more pieces than a recorder makes. */
export class WebmTooManyPieces extends Error {
  readonly code = 'webm.too-many-pieces';
}

/** Reads WebM as it comes, keeping next to nothing of it. */
export function createWebmScanner(): WebmScanner {
  const clusters: Cluster[] = [];
  const ranges: [number, number][] = [];
  let tracks: Uint8Array | null = null;
  let video: number | null = null;
  let scale = usualScale;
  let endsAt = 0;
  let rest = none;
  /** Of the first byte of `rest`. */
  let offset = 0;
  let skip = 0;
  let isTorn = false;
  /** The one that is open; `clusterEnd`: where a known size says that it ends. */
  let cluster: (Cluster & { hasVideo: boolean }) | null = null;
  let clusterEnd: number | null = null;

  const toMs = (ticks: number) => (ticks * scale) / usualScale;

  function openRange(from: number) {
    const last = ranges.at(-1);
    if (last?.[1] === from) return;
    if (last && last[0] === last[1]) dropEmpty(last[0]);
    if (ranges.length >= rangesAtMost) throw new WebmTooManyPieces();
    ranges.push([from, from]);
  }
  function dropEmpty(begin: number) {
    ranges.pop();
    while ((clusters.at(-1)?.from ?? -1) >= begin) clusters.pop();
  }
  function extend(to: number) {
    const last = ranges.at(-1);
    // One that says its size is whole or worth nothing.
    if (last && cluster && (clusterEnd === null || to >= clusterEnd)) last[1] = to;
  }
  function leaf(id: number, body: Uint8Array) {
    if (id === ids.info && !cluster) {
      for (const one of elementsIn(body)) {
        if (one.id !== ids.timestampScale) continue;
        scale = readNumber(one.body.subarray(0, numberBytesAtMost)) || usualScale;
      }
    } else if (id === ids.timestamp && cluster) {
      cluster.at = toMs(readNumber(body));
      endsAt = Math.max(endsAt, cluster.at);
      const { from, at } = cluster;
      if (clusters.length >= clustersAtMost) throw new WebmTooManyPieces();
      clusters.push({ from, at, isKey: video === null });
    } else if (id === ids.simpleBlock) block(body, ((body[3] ?? 0) & 0x80) !== 0);
    else if (id === ids.blockGroup) {
      const parts = new Map([...elementsIn(body)].map((one) => [one.id, one.body]));
      // What refers to no other picture is whole by itself.
      block(parts.get(ids.block) ?? none, !parts.has(ids.referenceBlock));
    }
  }
  function block([first = 0, high = 0, low = 0]: Uint8Array, isKey: boolean) {
    if (!cluster) return;
    const later = new Int16Array([(high << 8) | low])[0] ?? 0;
    endsAt = Math.max(endsAt, cluster.at + toMs(later));
    const last = clusters.at(-1);
    if (cluster.hasVideo || (first & 0x7f) !== video || !last) return;
    cluster.hasVideo = true;
    last.isKey = isKey;
  }
  function readTracks(element: Uint8Array, body: Uint8Array) {
    tracks = element.slice();
    for (const entry of elementsIn(body)) {
      if (entry.id !== ids.trackEntry) continue;
      const parts = new Map([...elementsIn(entry.body)].map((one) => [one.id, readNumber(one.body.subarray(0, 6))]));
      if (parts.get(ids.trackType) === videoType) video = parts.get(ids.trackNumber) ?? null;
    }
  }
  /** After a gap: the next cluster, by its id and the time that it begins with. */
  function resync(): boolean {
    for (let at = 0; at + 4 < rest.length; at += 1) {
      if (rest[at] !== 0x1f || rest[at + 1] !== 0x43 || rest[at + 2] !== 0xb6 || rest[at + 3] !== 0x75) continue;
      const head = readHead(rest, at);
      if (head === null) return drop(at);
      if (!head || (rest[at + head.length] ?? ids.timestamp) !== ids.timestamp) continue;
      drop(at);
      isTorn = false;
      return true;
    }
    return drop(Math.max(0, rest.length - 4));
  }
  function drop(bytes: number): false {
    rest = rest.subarray(bytes);
    offset += bytes;
    return false;
  }
  /** False: more bytes are needed. */
  function step(): boolean {
    if (isTorn) return resync();
    const head = readHead(rest, 0);
    if (head === null) return false;
    if (head === undefined) return tear();
    const { id, size, length } = head;
    if (id === ids.segment || id === ids.cluster) {
      if (id === ids.cluster) {
        cluster = { from: offset, at: 0, isKey: false, hasVideo: false };
        clusterEnd = size === null ? null : offset + length + size;
        openRange(offset);
      }
      drop(length);
      return true;
    }
    if (size === null) return tear();
    const needed = !cluster || id === ids.blockGroup ? headAtMost : id === ids.timestamp ? 8 : 4;
    const wanted = Math.min(size, needed);
    if (rest.length < length + wanted) return false;
    const body = rest.subarray(length, length + wanted);
    if (id === ids.tracks && !cluster) readTracks(rest.subarray(0, length + size), body);
    else leaf(id, body);
    const total = length + size;
    const here = Math.min(total, rest.length);
    skip = total - here;
    pendingTo = offset + total;
    drop(here);
    if (skip === 0) extend(pendingTo);
    return true;
  }
  let pendingTo = 0;
  function tear(): boolean {
    isTorn = true;
    cluster = null;
    return rest.length > 4;
  }

  return {
    push(bytes) {
      let more = bytes;
      if (skip > 0) {
        const skipped = Math.min(skip, more.length);
        skip -= skipped;
        offset += skipped;
        more = more.subarray(skipped);
        if (skip > 0) return;
        extend(pendingTo);
      }
      rest = rest.length > 0 ? joinBytes([rest, more]) : more;
      while (rest.length > 0 && step());
      rest = rest.slice();
    },
    gap(lost = 0) {
      offset += rest.length + lost;
      rest = none;
      skip = 0;
      isTorn = true;
      cluster = null;
    },
    index: () => ({
      tracks,
      scale,
      endsAt,
      ranges: ranges.filter(([from, to]) => to > from),
      clusters: clustersWithin(clusters, ranges),
    }),
  };
}

/** Both in the order of their bytes. */
function clustersWithin(clusters: readonly Cluster[], ranges: WebmIndex['ranges']): Cluster[] {
  let place = 0;
  return clusters.filter(({ from }) => {
    while ((ranges[place]?.[1] ?? Infinity) <= from) place += 1;
    return from >= (ranges[place]?.[0] ?? Infinity);
  });
}
