import type { eventWithTime } from '@rrweb/types';
import type { Viewport } from '../../../protocol/peer.ts';
import { createBacklog } from './backlog.ts';
import type { Batch } from './batch.ts';
import { createCleaner, type Pieces } from './cleaner.ts';
import { createReplayEngine, type ReplayEngine } from './rrweb-replayer.ts';
import { createSlices } from './slices.ts';

export interface LivePlayer {
  /** A new document, or the same from the beginning. What is shown stays until this is there. */
  snapshot(batch: Batch): void;
  /** The next batch of the document that came last; all others are ignored. */
  events(batch: Batch): void;
  blank(): void;
  /** What is shown; null when nothing is, or when it cannot be trusted. */
  shown(): { engine: ReplayEngine; documentId: string; seq: number; viewport: Viewport } | null;
}

/** `damaged`: something does not fit; `too-busy`: changes come faster than they can be shown. */
export type PlayerFailure = 'damaged' | 'too-busy' | 'page-too-large';

export interface LivePlayerDeps {
  root: HTMLElement;
  applied(documentId: string, seq: number): void;
  /** Cannot go on: the picture stays as it is until the next snapshot. */
  failed(code: PlayerFailure): void;
  /** Goes on, with a part of the page left out. */
  cut(): void;
  resized(viewport: Viewport): void;
}

/** Characters of one batch. What it becomes when parsed has to fit into memory. */
const longestBatch = 16 * 1024 * 1024;
/** After this, what the player has piled up is worth a fresh start; before, the page is just too large. */
const wornAfterMs = 60_000;

/** Plays each batch as soon as it can, without a clock (the customer's may be wrong) and in small slices. */
export function createLivePlayer({ root, applied, failed, cut, resized }: LivePlayerDeps): LivePlayer {
  /** In front. */
  let engine: ReplayEngine | null = null;
  /** Behind it, until it is whole. */
  let building: ReplayEngine | null = null;
  let at: Omit<Batch, 'events'> | null = null;
  /** Of which document batches are taken. */
  let following: string | null = null;
  let todo: { pieces: Pieces; next: number }[] = [];
  let begun = 0;
  let told = false;
  const backlog = createBacklog(() => performance.now());
  const cleaner = createCleaner(
    (pieces) => {
      todo.push({ pieces, next: 0 });
      slices.wake();
    },
    (code) => fail(code),
  );
  const slices = createSlices(step);

  function drop() {
    cleaner.drop();
    todo = [];
    following = null;
    if (building !== engine) building?.destroy();
    building = null;
  }
  function fail(code: PlayerFailure) {
    drop();
    at = null;
    failed(code);
  }

  function begin() {
    begun = performance.now();
    told = false;
    building = createReplayEngine(root);
    if (engine) setVisible(building, false);
    else engine = building;
  }
  function end({ documentId, seq, viewport }: Batch) {
    const on = building ?? engine;
    on?.flush();
    if (building && building !== engine) {
      engine?.destroy();
      engine = building;
      setVisible(engine, true);
    }
    building = null;
    at = { documentId, seq, viewport };
    backlog.done(seq);
    resized(viewport);
    applied(documentId, seq);
  }
  function tooLarge() {
    if (told) return;
    told = true;
    if (performance.now() - begun > wornAfterMs) throw new Error('worn out');
    cut();
  }
  /** False: nothing is left to do. */
  function step(): boolean {
    const [current] = todo;
    if (!current) return false;
    try {
      const { pieces } = current;
      if (pieces.begins && current.next === 0) begin();
      const event: eventWithTime | undefined = pieces.events[current.next];
      current.next += 1;
      if (event) (building ?? engine)?.apply(event);
      if (current.next < pieces.events.length) return true;
      todo.shift();
      if (pieces.ended) end(pieces.ended);
      if (pieces.over) tooLarge();
      cleaner.more();
    } catch {
      fail('damaged');
    }
    return true;
  }

  return {
    snapshot(batch) {
      drop();
      if (batch.events.length > longestBatch) return fail('page-too-large');
      following = batch.documentId;
      backlog.begin();
      backlog.add(batch.seq, 0);
      cleaner.send(batch, true);
    },
    events(batch) {
      if (following !== batch.documentId) return;
      backlog.add(batch.seq, batch.events.length);
      if (batch.events.length > longestBatch || backlog.tooMuch()) fail('too-busy');
      else cleaner.send(batch, false);
    },
    blank() {
      drop();
      engine?.destroy();
      engine = null;
      at = null;
    },
    shown: () => (engine && at ? { engine, ...at } : null),
  };
}

/** Hidden, but laid out: when it comes forth there is nothing left to do. */
function setVisible({ frame }: ReplayEngine, visible: boolean): void {
  const { parentElement: wrapper } = frame;
  if (wrapper) wrapper.style.cssText = visible ? '' : 'visibility: hidden; position: absolute; inset: 0';
}
