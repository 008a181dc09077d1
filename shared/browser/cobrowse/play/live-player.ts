import type { Viewport } from '../../../protocol/peer.ts';
import { createFrameMux, type FrameMux } from '../frames/frame-mux.ts';
import type { Batch } from './player-messages.ts';
import { createReplayEngine, type ReplayEngine } from './rrweb-replayer.ts';

export interface LivePlayer {
  /** A new document, or the same from the beginning. */
  snapshot(batch: Batch): void;
  /** The next batch of a document that is shown; all others are ignored. */
  events(batch: Batch): void;
  /** The document in a frame of another origin has gone. */
  left(frame: number): void;
  blank(): void;
  /** What is shown; null when nothing is. */
  shown(): { engine: ReplayEngine; viewport: Viewport } | null;
  /** The document in a frame and the newest of its batches that is shown. */
  documentIn(frame: number): { documentId: string; seq: number } | null;
}

export interface LivePlayerDeps {
  root: HTMLElement;
  applied(documentId: string, seq: number): void;
  /** Cannot go on: the picture stays as it is until the next snapshot. */
  failed(): void;
  resized(viewport: Viewport): void;
}

/** Plays each batch in the moment it comes, without a clock: the customer's may be wrong. */
export function createLivePlayer({ root, applied, failed, resized }: LivePlayerDeps): LivePlayer {
  let playing: { engine: ReplayEngine; mux: FrameMux; viewport: Viewport } | null = null;
  const at = new Map<number, { documentId: string; seq: number }>();

  function apply({ frame, documentId, seq, viewport, ...batch }: Batch, { engine, mux }: NonNullable<typeof playing>) {
    const events: unknown = JSON.parse(batch.events);
    if (!Array.isArray(events)) throw new TypeError('not a list of events');
    for (const raw of events) for (const event of mux.clean(frame, raw)) engine.apply(event);
    engine.flush();
    at.set(frame, { documentId, seq });
    if (frame !== 0) return;
    playing = { engine, mux, viewport };
    resized(viewport);
    applied(documentId, seq);
  }
  function attempt(batch: Batch, on: NonNullable<typeof playing>) {
    try {
      apply(batch, on);
    } catch {
      at.delete(batch.frame);
      // A frame that breaks, an advertisement perhaps, stands still; the page goes on.
      if (batch.frame === 0) failed();
    }
  }

  return {
    snapshot(batch) {
      if (batch.owner) {
        if (playing?.mux.open(batch.frame, batch.owner)) attempt(batch, playing);
        return;
      }
      // A document that broke the old one must not break the new: nothing is kept.
      const before = playing;
      const engine = createReplayEngine(root);
      at.clear();
      playing = { engine, mux: createFrameMux(engine), viewport: batch.viewport };
      attempt(batch, playing);
      before?.engine.destroy();
    },
    events(batch) {
      if (playing && at.get(batch.frame)?.documentId === batch.documentId) attempt(batch, playing);
    },
    left(frame) {
      at.delete(frame);
      playing?.mux.close(frame);
    },
    blank() {
      playing?.engine.destroy();
      playing = null;
      at.clear();
    },
    shown: () => (playing && at.has(0) ? playing : null),
    documentIn: (frame) => at.get(frame) ?? null,
  };
}
