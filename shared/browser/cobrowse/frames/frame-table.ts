import type { FrameOwner } from '../../../protocol/peer.ts';
import { limits } from '../../../protocol/limits.ts';

/** One document in the shown page: the page's own, or that of a frame of another origin. */
interface Entry {
  documentId: string;
  /** Was told to record. */
  recording: boolean;
  /** Seq of the first snapshot since it was told to; what the host saw before is no ground to act on. */
  from: number | null;
  /** The host has a snapshot of it. */
  known: boolean;
  /** The word it says until it is known where it is. */
  nonce: string | null;
  /** Was told the word. */
  called: boolean;
  /** Null for the page itself, and until it is known. */
  owner: FrameOwner | null;
}

export interface FrameTable {
  /** A new document in that frame. False: there are too many already. */
  ready(frame: number, documentId: string): boolean;
  /** The document has gone. True when the host knew it. */
  left(frame: number): boolean;
  /** Frames that have to be told a (new) word to say; each once. */
  uncalled(): { frame: number; nonce: string }[];
  /** `around` has heard the word: the frame that said it, or null when that cannot be. */
  place(around: number, nonce: string, node: number): number | null;
  /** All frames in `around`, not those further inside. */
  inside(around: number): number[];
  /** What the host can be told of a frame now: nothing before it has all that is around. */
  showable(frame: number): { owner: FrameOwner | null } | null;
  /** A snapshot goes out: those inside begin anew. */
  shown(frame: number, seq: number): void;
  /** The host has nothing any more. */
  forget(): void;
  /** Nobody records at the moment: those whose place is not known are to be told their word again. */
  paused(): void;
  entry(frame: number): Entry | null;
  withDocument(documentId: string): number | null;
  all(): number[];
}

/** Which documents there are, where each is, and what of it the host has. Pure: who uses it sends the messages. */
export function createFrameTable(newNonce: () => string): FrameTable {
  const entries = new Map<number, Entry>();

  const inside = (around: number) =>
    [...entries].flatMap(([frame, { owner }]) => (owner?.frame === around ? [frame] : []));

  /** What was in a document that has gone is nowhere until it is heard again. */
  function displace(around: number) {
    for (const frame of inside(around)) {
      const entry = entries.get(frame);
      if (!entry) continue;
      Object.assign(entry, { owner: null, known: false, nonce: newNonce(), called: false });
      displaceKnown(frame);
    }
  }
  /** Those further inside stay where they are, and the host needs them anew. */
  function displaceKnown(around: number) {
    for (const frame of inside(around)) {
      const entry = entries.get(frame);
      if (entry) entry.known = false;
      displaceKnown(frame);
    }
  }
  function isWithin(frame: number, outer: number): boolean {
    for (let at: number | undefined = frame; at !== undefined; at = entries.get(at)?.owner?.frame) {
      if (at === outer) return true;
    }
    return false;
  }

  return {
    ready(frame, documentId) {
      if (!entries.has(frame) && entries.size > limits.framesAtOnce) return false;
      if (entries.get(frame)?.documentId !== documentId) displace(frame);
      const nonce = frame === 0 ? null : newNonce();
      entries.set(frame, { documentId, recording: false, from: null, known: false, nonce, called: false, owner: null });
      return true;
    },
    left(frame) {
      const known = entries.get(frame)?.known ?? false;
      displace(frame);
      entries.delete(frame);
      return known;
    },
    uncalled() {
      const list = [...entries].flatMap(([frame, { nonce, called }]) => (nonce && !called ? [{ frame, nonce }] : []));
      for (const { frame } of list) Object.assign(entries.get(frame) ?? {}, { called: true });
      return list;
    },
    place(around, nonce, node) {
      if (!entries.has(around)) return null;
      for (const [frame, entry] of entries) {
        if (entry.nonce !== nonce) continue;
        if (isWithin(around, frame)) return null;
        Object.assign(entry, { nonce: null, owner: { frame: around, node } });
        return frame;
      }
      return null;
    },
    inside,
    showable(frame) {
      const entry = entries.get(frame);
      if (!entry) return null;
      if (frame === 0) return { owner: null };
      const { owner } = entry;
      return owner && entries.get(owner.frame)?.known ? { owner } : null;
    },
    shown(frame, seq) {
      const entry = entries.get(frame);
      if (entry) Object.assign(entry, { known: true, from: entry.from ?? seq });
      displaceKnown(frame);
    },
    forget() {
      for (const entry of entries.values()) entry.known = false;
    },
    paused() {
      for (const entry of entries.values())
        Object.assign(entry, { recording: false, known: false, from: null, called: false });
    },
    entry: (frame) => entries.get(frame) ?? null,
    withDocument(documentId) {
      for (const [frame, entry] of entries) if (entry.documentId === documentId) return frame;
      return null;
    },
    all: () => [...entries.keys()],
  };
}
