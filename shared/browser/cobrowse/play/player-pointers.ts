import type { Pointer } from '../../../protocol/pointer.ts';
import { createCursor } from '../pointer/cursor.ts';
import { followPointer, type FollowPointer } from '../pointer/follow-pointer.ts';
import { pointIn } from '../pointer/point-in.ts';
import { watchPointer } from '../pointer/watch-pointer.ts';
import { isFrameNode, mirrorId } from '../frames/frame-ids.ts';
import { hitTest } from './hit-test.ts';
import type { LivePlayer } from './live-player.ts';

interface Deps {
  /** Over the mirror and of its size on the screen; gets the host's pointer. */
  overlay: HTMLElement;
  player: LivePlayer;
  /** The screen's pixels for one of the mirror's. */
  scale(): number;
  send(pointer: Pointer): void;
}

export const customerColour = '#0b6bcb';

/** Both pointers over the mirror: the customer's is drawn, the host's own is told. */
export function createPlayerPointers({ overlay, player, scale, send }: Deps): FollowPointer {
  watchPointer({
    on: overlay,
    // Nobody else's script runs in this page.
    isOwn: () => true,
    locate(event) {
      const shown = player.shown();
      if (!shown) return null;
      const box = overlay.getBoundingClientRect();
      const x = (event.clientX - box.left) / box.width;
      const y = (event.clientY - box.top) / box.height;
      const hit = hitTest(shown.engine, (event.clientX - box.left) / scale(), (event.clientY - box.top) / scale());
      const at = hit?.target ?? null;
      const documentId = player.documentIn(at?.frame ?? 0)?.documentId;
      return documentId === undefined ? null : { documentId, at, x, y, here: true };
    },
    send,
    signal: new AbortController().signal,
  });

  return followPointer({
    cursor: createCursor(overlay, customerColour),
    place({ documentId, at, x, y }) {
      const shown = player.shown();
      const doc = shown?.engine.frame.contentDocument;
      if (!shown || !doc || player.documentIn(at?.frame ?? 0)?.documentId !== documentId) return null;
      const node = at && isFrameNode(at.node) ? shown.engine.nodeOf(mirrorId(at.frame, at.node)) : null;
      const point = at && node?.nodeType === 1 ? pointIn(node as Element, at.fx, at.fy, doc) : null;
      const by = scale();
      return point
        ? { x: point.x * by, y: point.y * by }
        : { x: x * shown.viewport.width * by, y: y * shown.viewport.height * by };
    },
  });
}
