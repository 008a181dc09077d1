import type { eventWithTime } from '@rrweb/types';
import type { Scrolled, Viewport } from '../../../protocol/peer.ts';
import { createFrameMux, type FrameMux } from '../frames/frame-mux.ts';
import type { MirrorAssets } from '../assets/resolve.ts';
import type { FromCleaner, Ordered } from '../sanitise/cleaning.ts';
import { scrollEvents } from '../wire/scrolled.ts';
import { createBacklog } from './backlog.ts';
import type { Batch } from './batch.ts';
import { createCleaner } from './cleaner.ts';
import { createWaitingFrames } from '../frames/waiting-frames.ts';
import { show } from './build/mirror-frame.ts';
import type { MirrorEngine } from './mirror-engine.ts';
import { createSlices } from './slices.ts';
import { createSpareEngine } from './spare-engine.ts';

export interface LivePlayer {
  /** A new document, or the same from the beginning. What is shown stays until this is there. */
  snapshot(batch: Batch): void;
  /** The next batch of a document that is followed; all others are ignored. */
  events(batch: Batch): void;
  /** Style sheets that later batches name. */
  sheets(body: Uint8Array): void;
  /** The document in a frame of another origin has gone. */
  left(frame: number): void;
  blank(): void;
  /** What is shown; null when nothing is, or when it cannot be trusted. */
  shown(): { engine: MirrorEngine; viewport: Viewport } | null;
  /** The document in a frame and the newest of its batches that is shown. */
  documentIn(frame: number): { documentId: string; seq: number } | null;
}

/** `damaged`: something does not fit; `too-busy`: changes come faster than they can be shown. */
export type PlayerFailure = 'damaged' | 'too-busy' | 'page-too-large';

export interface LivePlayerDeps {
  root: HTMLElement;
  /** Puts pictures, fonts and sheets where the mirror names them. Left out: they stay away. */
  assets?: Pick<MirrorAssets, 'dress' | 'open'>;
  applied(documentId: string, seq: number): void;
  /** Cannot go on: the picture stays as it is until the next snapshot. */
  failed(code: PlayerFailure): void;
  /** Goes on, with a part of the page left out. */
  cut(): void;
  resized(viewport: Viewport): void;
}

interface Playing {
  engine: MirrorEngine;
  mux: FrameMux;
  viewport: Viewport;
}
type ToPlay = Exclude<FromCleaner, { type: 'rehearsed' }>;
type Pieces = Extract<FromCleaner, { type: 'pieces' }>;

/** After this, what the player has piled up is worth a fresh start; before, the page is just too large. */
const wornAfterMs = 60_000;

/** Plays each batch as soon as it can, without a clock (the customer's may be wrong) and in small slices. */
export function createLivePlayer({ root, assets, applied, failed, cut, resized }: LivePlayerDeps): LivePlayer {
  /** In front. */
  let playing: Playing | null = null;
  /** Behind it, until it is whole. */
  let building: Playing | null = null;
  const at = new Map<number, { documentId: string; seq: number }>();
  /** Of which document in each frame batches are taken. */
  const following = new Map<number, string>();
  let todo: { message: ToPlay; events: eventWithTime[]; next: number }[] = [];
  const waiting = createWaitingFrames();
  /** A new page is on its way: where the frames of the old one were says nothing. */
  let coming = false;
  let order = 0;
  let begun = 0;
  let told = false;
  const backlog = createBacklog(() => performance.now());
  const spares = createSpareEngine(root);
  const cleaner = createCleaner({
    message(message) {
      if (message.type === 'rehearsed') return spares.rehearse(message.events);
      todo.push({ message, events: [], next: 0 });
      slices.wake();
    },
    dead: () => fail('damaged'),
  });
  const slices = createSlices(step);
  const current = () => building ?? playing;

  function drop() {
    cleaner.drop();
    todo = [];
    following.clear();
    waiting.clear();
    coming = false;
    if (building !== playing) building?.engine.destroy();
    building = null;
  }
  function fail(code: PlayerFailure) {
    drop();
    at.clear();
    failed(code);
  }

  /** A document that broke the old one must not break the new: nothing is kept. */
  function begin({ documentId, viewport }: Batch) {
    begun = performance.now();
    told = false;
    const plain = spares.take();
    const engine = assets?.dress(plain, documentId) ?? plain;
    building = { engine, mux: createFrameMux(engine), viewport };
    if (playing) return;
    playing = building;
    show(engine.frame);
    resized(viewport);
  }
  function end({ batch: { frame, documentId, seq, viewport, more }, order: done }: Ordered) {
    const on = current();
    on?.engine.flush();
    if (frame === 0) on?.engine.leaveRoom(viewport.bar ?? 0);
    on?.mux.settle();
    backlog.done(done, frame === 0 && !more);
    at.set(frame, { documentId, seq });
    if (frame !== 0) return playWaiting();
    if (!on) return;
    if (!more) spares.prepare();
    if (building && building !== playing) {
      playing?.engine.destroy();
      playing = building;
      show(building.engine.frame);
    }
    on.viewport = viewport;
    building = null;
    coming = false;
    resized(viewport);
    applied(documentId, seq);
    playWaiting();
  }
  function tooLarge() {
    if (told) return;
    told = true;
    if (performance.now() - begun > wornAfterMs) throw new Error('worn out');
    cut();
  }
  /** A frame that breaks, an advertisement perhaps, stands still; the page goes on. */
  function giveUp(frame: number, code: PlayerFailure) {
    if (frame === 0) return fail(code);
    following.delete(frame);
    at.delete(frame);
  }

  function play({ frame, begins }: Pieces, event: eventWithTime | undefined, index: number) {
    if (begins && index === 0) {
      if (frame === 0) begin(begins);
      else if (!begins.owner || !current()?.mux.open(frame, begins.owner)) giveUp(frame, 'damaged');
      else assets?.open(frame, begins.documentId);
    }
    const on = current();
    if (on && event) for (const placed of on.mux.place(frame, event)) on.engine.apply(placed);
  }
  /** False: nothing is left to do. */
  function step(): boolean {
    const [first] = todo;
    if (!first) return false;
    const { message } = first;
    try {
      if (message.type === 'broken') {
        giveUp(message.frame, message.code);
        backlog.done(message.order, false);
      } else if (message.type === 'unshown') backlog.done(message.order, false);
      else if (message.type === 'left') current()?.mux.close(message.frame);
      else if (message.frame === 0 || following.has(message.frame)) {
        if (first.next === 0) first.events = JSON.parse(message.events) as eventWithTime[];
        play(message, first.events[first.next], first.next);
        first.next += 1;
        if (first.next < first.events.length) return true;
        if (message.ended) end(message.ended);
        if (message.over) tooLarge();
      } else if (message.ended) backlog.done(message.ended.order, false);
    } catch {
      giveUp(message.frame, 'damaged');
      if (message.type === 'pieces' && message.ended) backlog.done(message.ended.order, false);
    }
    if (todo[0] === first) {
      todo.shift();
      cleaner.more();
    }
    return true;
  }

  function send(batch: Batch, snapshot: boolean) {
    order += 1;
    backlog.add(order, snapshot && batch.frame === 0 ? 0 : batch.events.length);
    cleaner.send({ batch, snapshot, order });
  }
  /** There is nothing in it to unpack or to clean, and nothing before it that it would overtake. */
  function scroll(batch: Batch, scrolls: readonly Scrolled[]) {
    order += 1;
    try {
      const on = current();
      for (const event of scrollEvents(scrolls)) {
        for (const placed of on?.mux.place(batch.frame, event) ?? []) on?.engine.apply(placed);
      }
      end({ batch, snapshot: false, order });
    } catch {
      giveUp(batch.frame, 'damaged');
    }
  }
  /** Frames whose element has come. */
  function playWaiting() {
    if (coming) return;
    const hasPlace = ({ owner }: Batch) => owner !== null && current()?.mux.has(owner) === true;
    for (let batches = waiting.next(hasPlace); batches; batches = waiting.next(hasPlace)) {
      for (const [index, batch] of batches.entries()) {
        if (index === 0) following.set(batch.frame, batch.documentId);
        send(batch, index === 0);
      }
    }
  }

  return {
    snapshot(batch) {
      const { frame, documentId } = batch;
      if (frame === 0) {
        drop();
        at.clear();
        backlog.begin();
        coming = true;
        following.set(frame, documentId);
        send(batch, true);
      } else {
        following.delete(frame);
        at.delete(frame);
        waiting.begin(batch);
        playWaiting();
      }
    },
    events(batch) {
      if (waiting.add(batch) || following.get(batch.frame) !== batch.documentId) return;
      if (backlog.tooMuch()) fail('too-busy');
      else if (batch.scrolls && backlog.isEmpty()) scroll(batch, batch.scrolls);
      else send(batch, false);
    },
    sheets: cleaner.sheets,
    left(frame) {
      waiting.drop(frame);
      if (!following.delete(frame)) return;
      at.delete(frame);
      cleaner.left(frame);
    },
    blank() {
      drop();
      playing?.engine.destroy();
      playing = null;
      at.clear();
    },
    shown: () => (playing && at.has(0) ? playing : null),
    documentIn: (frame) => at.get(frame) ?? null,
  };
}
