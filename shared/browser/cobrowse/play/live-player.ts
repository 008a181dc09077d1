import type { Viewport } from '../../../protocol/peer.ts';
import { createSanitiser, type Sanitiser } from '../sanitise/sanitiser.ts';
import { createReplayEngine, type ReplayEngine } from './rrweb-replayer.ts';

export interface Batch {
  documentId: string;
  seq: number;
  viewport: Viewport;
  /** JSON array, as it came. */
  events: string;
}

export interface LivePlayer {
  /** A new document, or the same from the beginning. */
  snapshot(batch: Batch): void;
  /** The next batch of the document that is shown; all others are ignored. */
  events(batch: Batch): void;
  blank(): void;
  /** What is shown; null when nothing is. */
  shown(): { engine: ReplayEngine; documentId: string; seq: number; viewport: Viewport } | null;
}

export interface LivePlayerDeps {
  root: HTMLElement;
  /** An engine whose events find their pictures, fonts and sheets. */
  dress(engine: ReplayEngine, documentId: string): ReplayEngine;
  applied(documentId: string, seq: number): void;
  /** Cannot go on: the picture stays as it is until the next snapshot. */
  failed(): void;
  resized(viewport: Viewport): void;
}

/** Plays each batch in the moment it comes, without a clock: the customer's may be wrong. */
export function createLivePlayer({ root, dress, applied, failed, resized }: LivePlayerDeps): LivePlayer {
  let engine: ReplayEngine | null = null;
  let sanitiser: Sanitiser = createSanitiser();
  let at: { documentId: string; seq: number; viewport: Viewport } | null = null;

  function apply(batch: Batch, on: ReplayEngine) {
    const events: unknown = JSON.parse(batch.events);
    if (!Array.isArray(events)) throw new TypeError('not a list of events');
    for (const raw of events) {
      const event = sanitiser.sanitise(raw);
      if (event) on.apply(event);
    }
    on.flush();
    const { documentId, seq, viewport } = batch;
    at = { documentId, seq, viewport };
    resized(viewport);
    applied(documentId, seq);
  }
  function attempt(batch: Batch, on: ReplayEngine) {
    try {
      apply(batch, on);
    } catch {
      at = null;
      failed();
    }
  }

  return {
    snapshot(batch) {
      // A document that broke the old one must not break the new: nothing is kept.
      const before = engine;
      engine = dress(createReplayEngine(root), batch.documentId);
      sanitiser = createSanitiser();
      attempt(batch, engine);
      before?.destroy();
    },
    events(batch) {
      if (engine && at?.documentId === batch.documentId) attempt(batch, engine);
    },
    blank() {
      engine?.destroy();
      engine = null;
      at = null;
    },
    shown: () => (engine && at ? { engine, ...at } : null),
  };
}
