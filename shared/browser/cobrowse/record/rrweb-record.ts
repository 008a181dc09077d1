import type { eventWithTime } from '@rrweb/types';
import { record } from 'rrweb';
import { maskText } from '../filter/mask.ts';

export interface Recording {
  /** Emits the whole document again; ids of nodes stay. Frees what removed frames have left behind. */
  snapshot(): void;
  stop(): void;
  nodeOf(id: number): Node | null;
  idOf(node: Node): number;
}

export interface RecordingDeps {
  /** Each event, not yet filtered. A whole snapshot is two: Meta and FullSnapshot. */
  emit(event: eventWithTime): void;
  /** The recorder stumbled over something in the page; the picture may be wrong until the next snapshot. */
  failed(error: unknown): void;
}

/** Resync, and a valve for what rrweb keeps of removed frames (0.4 MB each). */
const checkoutEveryMs = 300_000;

/** The only importer of rrweb's recorder. One recording a page at a time; starts with a whole snapshot. */
export function startRecording({ emit, failed }: RecordingDeps): Recording {
  const stop = record({
    emit,
    checkoutEveryNms: checkoutEveryMs,
    maskAllInputs: true,
    maskInputFn: maskText,
    slimDOMOptions: 'all',
    inlineStylesheet: true,
    recordCanvas: false,
    recordCrossOriginIframes: false,
    inlineImages: false,
    collectFonts: false,
    recordAfter: 'DOMContentLoaded',
    userTriggeredOnInput: false,
    sampling: { mousemove: false, scroll: 16, input: 'all', media: 500 },
    errorHandler(error) {
      failed(error);
      return true;
    },
  });
  return {
    snapshot() {
      try {
        record.takeFullSnapshot(true);
      } catch {
        // Asked before the document was there: its first snapshot is still to come.
      }
    },
    stop() {
      stop?.();
    },
    nodeOf: (id) => record.mirror.getNode(id),
    idOf: (node) => record.mirror.getId(node),
  };
}
