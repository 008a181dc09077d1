import { EventType, type eventWithTime, type incrementalData } from '@rrweb/types';
import type { FromPage } from '../../../protocol/page.ts';
import type { AssetRegistry } from '../assets/asset-registry.ts';
import { createLivePictures } from '../assets/live-pictures.ts';
import type { Decisions } from '../filter/decided-privacy.ts';
import { pictureAttribute } from '../assets/asset-attributes.ts';
import { onlyScrolled } from '../wire/scrolled.ts';
import { createBatchPace } from './batch-pace.ts';
import { createFrameClock } from './frame-clock.ts';
import { createNodeNumbers } from './node-registry.ts';
import { createRecording, type Recording } from './recording.ts';
import { readViewport } from './viewport.ts';

export interface PageRecorder {
  /** Starts with a whole snapshot; nothing when already recording. */
  record(): void;
  /** The whole document again, if recording. */
  snapshot(): void;
  /** After this returns nothing is recorded and nothing kept. */
  stop(): void;
  /** What may be seen, from now on; what was seen goes with a fresh snapshot. */
  decide(change: Partial<Decisions>): void;
  /** What of a line of the page's log may leave, as things stand now; null: nothing, as nothing is recorded. */
  log(): ((text: string) => string) | null;
  address(url: string): string | null;
  /** Sends now what waits for the next frame. */
  flush(): void;
  nodeOf(id: number): Node | null;
  idOf(node: Node): number;
  /** Seq of the last batch that was sent. */
  seq(): number;
}

export interface PageRecorderDeps {
  documentId: string;
  decisions: Decisions;
  assets: AssetRegistry;
  post(message: FromPage): void;
  /** An `<iframe>` is shown. */
  framed(frame: Element): void;
  /** Each event that leaves, with the seq of its batch. */
  observe(event: eventWithTime, seq: number): void;
}

/** A page that makes the recorder stumble all the time must not be snapshot all the time. */
const resyncEveryMs = 5_000;
/** How long the page's own work may have to wait for ours, ms. */
const sliceMs = 12;

/** Record and filter → batch. Holds nothing while it does not record. */
export function createPageRecorder({
  documentId,
  decisions: first,
  assets,
  post,
  framed,
  observe,
}: PageRecorderDeps): PageRecorder {
  const numbers = createNodeNumbers();
  let decisions = first;
  let recording: Recording | null = null;
  let clock: ReturnType<typeof createFrameClock> | null = null;
  let seq = 0;
  /** The host waits for the rest of the document. */
  let isOwing = false;
  let held: eventWithTime[] = [];
  const pace = createBatchPace();
  let resynced = -Infinity;
  const pictures = createLivePictures({
    documentId,
    post,
    number: assets.number,
    isShown: (element) => recording !== null && recording.idOf(element) > 0,
    changed: (element) => recording?.touch(element, pictureAttribute),
  });

  function send(events: readonly eventWithTime[], snapshot: boolean, more: boolean) {
    // That all is there now has to be said, if only by an empty batch.
    if (events.length === 0 && !(isOwing && !more)) return;
    const wasOwing = isOwing;
    isOwing = more;
    pace.sent();
    seq += 1;
    for (const event of events) observe(event, seq);
    const viewport = readViewport();
    recording?.tellSheets();
    // What is still owed is said in a body.
    const scrolls = snapshot || more || wasOwing ? null : onlyScrolled(events);
    const what = scrolls ? { scrolls, events: '' } : { events: JSON.stringify(events) };
    post({ type: 'page.batch', documentId, seq, snapshot, viewport, more, ...what });
  }

  /** What goes wrong in a page's own odd objects must cost a snapshot at most. */
  function attempt(work: () => void) {
    try {
      work();
    } catch {
      if (performance.now() - resynced < resyncEveryMs) return;
      resynced = performance.now();
      queueMicrotask(snapshot);
    }
  }
  function flush({ atOnce = false } = {}) {
    const now = recording;
    if (!now) return;
    attempt(() => {
      const { data, isComplete } = now.take(sliceMs);
      held.push(...data.map(asEvent));
      if (!isComplete) clock?.askSoon();
      if (!atOnce && !isComplete && !pace.isDue()) return;
      const events = held;
      held = [];
      send(events, false, !isComplete);
    });
  }
  function snapshot() {
    const now = recording;
    if (!now || !document.documentElement) return;
    attempt(() => {
      held = [];
      pace.begin();
      const { width, height } = readViewport();
      const { node, rest, isComplete } = now.snapshot(sliceMs);
      const initialOffset = { top: window.scrollY, left: window.scrollX };
      send(
        [
          { type: EventType.Meta, timestamp: 0, data: { href: '', width, height } },
          { type: EventType.FullSnapshot, timestamp: 0, data: { node, initialOffset } },
          ...rest.map(asEvent),
        ],
        true,
        !isComplete,
      );
      if (!isComplete) clock?.askSoon();
    });
  }

  function start() {
    clock = createFrameClock(flush);
    const { ask, askBeforeDrawing } = clock;
    recording = createRecording({
      ...{ win: window, numbers, decisions, assets, pictures, framed },
      changed: ask,
      drawing: askBeforeDrawing,
      hidden: snapshot,
      named: (sheets) => post({ type: 'page.sheets', documentId, sheets }),
    });
    if (document.documentElement) snapshot();
  }

  return {
    record() {
      if (!recording) start();
    },
    snapshot,
    decide(change) {
      decisions = { ...decisions, ...change };
      recording?.decide(decisions);
    },
    stop() {
      recording?.stop();
      pictures.stop();
      clock?.stop();
      recording = null;
      clock = null;
      held = [];
    },
    log: () => recording?.log() ?? null,
    address: (url) => recording?.address(url) ?? null,
    flush: () => flush({ atOnce: true }),
    nodeOf: (id) => recording?.nodeOf(id) ?? null,
    idOf: (node) => recording?.idOf(node) ?? -1,
    seq: () => seq,
  };
}

/** No clock: what is played is played when it comes, and the rhythm of typing is nobody's business. */
const asEvent = (data: incrementalData): eventWithTime => ({ type: EventType.IncrementalSnapshot, timestamp: 0, data });
