import type { eventWithTime } from '@rrweb/types';
import { frameDocument } from '../control/deep.ts';
import { addedFrames } from './added-frames.ts';

/** Tells of each recorded frame that the recorder cannot read: when it is first seen, and at each load. */
export function watchFrames(deps: { nodeOf(id: number): Node | null; loaded(): void }): {
  note(event: eventWithTime): void;
} {
  const watched = new WeakSet<Node>();

  function watch(frame: Node) {
    watched.add(frame);
    const tell = () => {
      if (!frameDocument(frame as Element)) deps.loaded();
    };
    frame.addEventListener('load', tell);
    tell();
  }

  return {
    note(event) {
      for (const id of addedFrames(event)) {
        const frame = deps.nodeOf(id);
        if (frame && !watched.has(frame)) watch(frame);
      }
    },
  };
}
