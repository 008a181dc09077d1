import type { eventWithTime } from '@rrweb/types';
import { createMirrorEngine, type MirrorEngine } from './mirror-engine.ts';

export interface SpareEngine {
  /** The one that is ready, or else a new one. */
  take(): MirrorEngine;
  /** Has the next one ready when it is needed; not now, when a page is about to be drawn. */
  prepare(): void;
  /** Plays a page that nobody sees in the one that is ready. */
  rehearse(events: string): void;
}

const laterMs = 500;

/** A frame takes the browser longer to make than a small page that is built in it: so one is made ahead. */
export function createSpareEngine(root: HTMLElement): SpareEngine {
  let spare: MirrorEngine | null = null;
  let isPreparing = false;

  function prepare(inMs = laterMs) {
    if (spare || isPreparing) return;
    isPreparing = true;
    setTimeout(() => {
      isPreparing = false;
      spare ??= createMirrorEngine(root);
    }, inMs);
  }
  prepare(0);

  return {
    prepare: () => prepare(),
    take() {
      const taken = spare ?? createMirrorEngine(root);
      spare = null;
      return taken;
    },
    rehearse(events) {
      if (!spare) return;
      for (const event of JSON.parse(events) as eventWithTime[]) spare.apply(event);
      spare.flush();
    },
  };
}
