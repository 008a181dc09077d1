import { EventType, IncrementalSource, type eventWithTime } from '@rrweb/types';
import type { FromPage } from '../../../protocol/page.ts';
import type { AssetRegistry } from '../assets/asset-registry.ts';
import { createAssetRule } from '../assets/asset-rule.ts';
import { createLivePictures } from '../assets/live-pictures.ts';
import { mediaIn } from '../assets/media-in.ts';
import { createLiveElements } from '../filter/live-elements.ts';
import { createPrivacyFilter } from '../filter/privacy-filter.ts';
import { filterRules } from '../filter/rules.ts';
import { coalesce } from './coalesce.ts';
import { createFrameClock } from './frame-clock.ts';
import { startRecording, type Recording } from './rrweb-record.ts';
import { readViewport, withViewport } from './viewport.ts';

export interface PageRecorder {
  /** Starts with a whole snapshot; nothing when already recording. */
  record(): void;
  /** The whole document again, if recording. */
  snapshot(): void;
  /** After this returns nothing is recorded and nothing kept. */
  stop(): void;
  /** Sends now what waits for the next frame. */
  flush(): void;
  nodeOf(id: number): Node | null;
  idOf(node: Node): number;
  /** Seq of the last batch that was sent. */
  seq(): number;
}

export interface PageRecorderDeps {
  documentId: string;
  post(message: FromPage): void;
  assets: AssetRegistry;
  /** Each event that leaves, with the seq of its batch. */
  observe(event: eventWithTime, seq: number): void;
}

/** A page that makes the recorder stumble all the time must not be snapshot all the time. */
const resyncEveryMs = 5_000;

/** Record → filter → batch. Holds nothing while it does not record. */
export function createPageRecorder({ documentId, post, assets, observe }: PageRecorderDeps): PageRecorder {
  let recording: Recording | null = null;
  let clock: ReturnType<typeof createFrameClock> | null = null;
  let waiting: eventWithTime[] = [];
  let seq = 0;
  let resynced = -Infinity;

  const nodeOf = (id: number) => recording?.nodeOf(id) ?? null;
  const rules = [createAssetRule(assets, document), ...filterRules];
  let filter = createPrivacyFilter(rules, createLiveElements(nodeOf));
  const pictures = createLivePictures({
    documentId,
    post,
    number: assets.number,
    changed: (id, attributes) => leave(attributesEvent(id, attributes)),
  });

  function flush() {
    if (waiting.length === 0) return;
    const batch = coalesce(waiting);
    waiting = [];
    seq += 1;
    post({
      type: 'page.batch',
      documentId,
      seq,
      snapshot: batch[0]?.type === EventType.Meta,
      viewport: readViewport(),
      events: JSON.stringify(batch),
    });
  }

  function emit(event: eventWithTime) {
    const filtered = filter(withViewport(event));
    if (!filtered) return;
    leave(filtered);
    if (filtered.type === EventType.FullSnapshot) pictures.again();
    for (const id of mediaIn(filtered)) {
      const node = nodeOf(id);
      if (node) pictures.watch(node as Element, id);
    }
  }

  function leave(filtered: eventWithTime) {
    // A snapshot says all that waits before it once more.
    if (filtered.type === EventType.Meta) waiting = [];
    waiting.push(filtered);
    observe(filtered, seq + 1);
    clock?.ask();
  }

  function failed() {
    if (performance.now() - resynced < resyncEveryMs) return;
    resynced = performance.now();
    queueMicrotask(() => recording?.snapshot());
  }

  /** A picture that has just loaded has a size now; the recorder says nothing of that. */
  function loaded({ target }: Event) {
    const node = target as Node | null;
    const id = recording && node?.nodeName === 'IMG' ? recording.idOf(node) : -1;
    if (id < 1) return;
    emit(attributesEvent(id, { src: (node as HTMLImageElement).src }));
  }

  function start() {
    document.addEventListener('load', loaded, true);
    clock = createFrameClock(flush);
    filter = createPrivacyFilter(rules, createLiveElements(nodeOf));
    let early: eventWithTime[] | null = [];
    // The first snapshot comes before the recorder's own map of nodes can be asked.
    recording = startRecording({ emit: (event) => (early ? early.push(event) : emit(event)), failed });
    const first = early;
    early = null;
    first.forEach(emit);
  }

  return {
    record() {
      if (recording) return;
      start();
      flush();
    },
    snapshot() {
      recording?.snapshot();
      flush();
    },
    stop() {
      document.removeEventListener('load', loaded, true);
      recording?.stop();
      pictures.stop();
      clock?.stop();
      recording = null;
      clock = null;
      waiting = [];
    },
    flush,
    nodeOf,
    idOf: (node) => recording?.idOf(node) ?? -1,
    seq: () => seq,
  };
}

function attributesEvent(id: number, attributes: Record<string, string>): eventWithTime {
  const changes = [{ id, attributes }];
  const data = { source: IncrementalSource.Mutation as const, texts: [], removes: [], adds: [], attributes: changes };
  return { type: EventType.IncrementalSnapshot, timestamp: Date.now(), data };
}
