import type { ToPlayer } from '../../cobrowse/play/player-messages.ts';
import type { FromPageWorker, PageSight, ToPageWorker } from './page-messages.ts';
import { createPageReader } from './page-reader.ts';
import type { PageStep } from './page-step.ts';
import { playableBlob } from './playable-blob.ts';
import { createSegmentStore } from './segment-store.ts';
import { toPlayer } from './to-player.ts';
import { unpackSteps } from './pack-steps.ts';

type AssetStep = Extract<PageStep, { kind: 'asset' }>;

const nobody: PageSight = { title: '', url: '', blank: 'stopped' };
/** Told of at most so often, ms of the recording. */
const tellEveryMs = 60_000;

/** The worker's work: reads recorded pages once, and gives out what a player needs to show any moment of them. */
export function createPagePlaying(post: (message: FromPageWorker, given?: Transferable[]) => void) {
  const store = createSegmentStore();
  const bytesOf = new Map<string, Uint8Array>();
  let active = new Set<number>();
  let missing: [number, number][] = [];
  let until = -1;
  let told = 0;
  let isComplete = false;
  /** Where playing is. */
  let playing: { number: number; at: number; steps: PageStep[]; next: number; segment: number } | null = null;
  let sight = nobody;
  let reach: { documentId: string; seq: number } | null = null;
  let awaited = new Map<string, AssetStep[]>();
  /** Asked for before it was read. */
  let wanted: { number: number; at: number } | null = null;

  const reader = createPageReader({
    segment(segment) {
      if (!store.add(segment)) post({ type: 'full', at: segment.from });
    },
    sheets: (body) => post({ type: 'sheets', message: { type: 'player.sheets', sheets: body.slice() } }),
    blob(hash, bytes) {
      bytesOf.set(hash, bytes.slice());
      for (const step of awaited.get(hash) ?? []) {
        const message = assetMessage(step);
        if (message && playing) post({ type: 'late', number: playing.number, message });
      }
      awaited.delete(hash);
    },
    active: (at) => active.add(Math.floor(at / 1_000)),
    missing: (from, to) => missing.push([from, to]),
  });

  function assetMessage(step: AssetStep): ToPlayer | null {
    const { documentId, frame, asset, asKind: kind, live, hash } = step;
    const bytes = bytesOf.get(hash);
    if (!bytes) {
      awaited.set(hash, [...(awaited.get(hash) ?? []), step]);
      return null;
    }
    const blob = playableBlob(bytes, kind);
    return blob && { type: 'player.asset', documentId, frame, asset, kind, live, blob };
  }
  function perform(steps: readonly PageStep[]): ToPlayer[] {
    const messages: ToPlayer[] = [];
    for (const step of steps) {
      const message = step.kind === 'asset' ? assetMessage(step) : toPlayer(step);
      if (message) messages.push(message);
      if (step.kind === 'titled') sight = { ...sight, title: step.title, url: step.url };
      if (step.kind === 'blank') {
        sight = { ...sight, blank: step.why };
        reach = null;
      }
      if (step.kind !== 'batch' || step.frame !== 0) continue;
      sight = { ...sight, blank: null };
      reach = { documentId: step.documentId, seq: step.seq };
    }
    return messages;
  }
  function due(to: number): PageStep[] {
    if (!playing) return [];
    const from = playing.next;
    while (playing.next < playing.steps.length && (playing.steps[playing.next]?.at ?? 0) <= to) playing.next += 1;
    return playing.steps.slice(from, playing.next);
  }
  function give(number: number, at: number, messages: ToPlayer[], isSeek: boolean) {
    const given = messages.flatMap((message) => ('events' in message ? [message.events.buffer] : []));
    post({ type: 'steps', number, at, messages, sight, reach, isSeek }, given);
  }

  function seek(number: number, at: number) {
    if (at > until && !isComplete) {
      wanted = { number, at };
      return;
    }
    wanted = null;
    awaited = new Map();
    sight = nobody;
    reach = null;
    const index = store.indexAt(at);
    const segment = store.get(index);
    playing = { number, at, steps: segment ? unpackSteps(segment.steps) : [], next: 0, segment: index };
    const key = segment ? unpackSteps(segment.key) : [{ at, kind: 'blank', why: 'stopped' } satisfies PageStep];
    const messages = perform([{ at, kind: 'pointer', pointer: null }, ...key, ...due(at)]);
    give(number, at, messages, true);
  }
  function advance(number: number, to: number) {
    if (playing?.number !== number) return;
    const upTo = isComplete ? to : Math.min(to, until);
    const messages = perform(due(upTo));
    for (let next = store.get(playing.segment + 1); next && next.from <= upTo;) {
      playing.segment += 1;
      playing.steps = unpackSteps(next.steps);
      playing.next = 0;
      // The same picture is there already, but for a page that was turned to.
      if (next.isCut) messages.push(...perform(unpackSteps(next.key)));
      messages.push(...perform(due(upTo)));
      next = store.get(playing.segment + 1);
    }
    playing.at = upTo;
    give(number, upTo, messages, false);
  }
  function tell() {
    told = until;
    post({ type: 'read', until, active: [...active], missing });
    active = new Set();
    missing = [];
    if (wanted && (wanted.at <= until || isComplete)) seek(wanted.number, wanted.at);
  }

  return (message: ToPageWorker): void => {
    switch (message.type) {
      case 'track':
        return reader.track(message.startsAt);
      case 'bytes':
        until = reader.bytes(message.bytes);
        if (until - told >= tellEveryMs || (wanted && wanted.at <= until)) tell();
        return undefined;
      case 'gap':
        return reader.gap();
      case 'end':
        reader.end(message.endsAt);
        until = Math.max(until, message.endsAt);
        return tell();
      case 'complete':
        isComplete = true;
        return tell();
      case 'seek':
        return seek(message.number, message.at);
      case 'advance':
        return advance(message.number, message.to);
      case 'find':
        return post({ type: 'found', number: message.number, hits: reader.find(message.text) });
    }
  };
}
