import type { Drawing, PageAnchor } from '../../../protocol/drawing.ts';
import { isOnPage } from '../../../protocol/is-on-page.ts';
import { createDrawingPad, type DrawingPad } from '../../drawing/drawing-pad.ts';
import { firstViewerNumber } from '../../drawing/person-colour.ts';
import { frameAndNode, isFrameNode, mirrorId } from '../frames/frame-ids.ts';
import { anchorsAround, boxIn } from '../pointer/anchors.ts';
import { hitTest } from './hit-test.ts';
import type { LivePlayer } from './live-player.ts';

interface Deps {
  /** Over the mirror and of its size on the screen. */
  overlay: HTMLElement;
  player: LivePlayer;
  /** The screen's pixels for one of the mirror's. */
  scale(): number;
  send(what: Drawing): void;
}

/** What is drawn over the mirror: never in it, but at its elements. */
export function createPlayerDrawing({ overlay, player, scale, send }: Deps): DrawingPad {
  const scaled = (box: ReturnType<typeof boxIn>) => {
    const by = scale();
    return box && { left: box.left * by, top: box.top * by, width: box.width * by, height: box.height * by };
  };
  const life = new AbortController();
  const pad = createDrawingPad({
    root: () => overlay,
    size: () => ({ width: overlay.clientWidth, height: overlay.clientHeight }),
    boxOf(anchor) {
      const shown = player.shown();
      const doc = shown?.engine.frame.contentDocument;
      if (!isOnPage(anchor) || !shown || !doc || !isFrameNode(anchor.node)) return null;
      if (player.documentIn(anchor.frame)?.documentId !== anchor.documentId) return null;
      const node = shown.engine.nodeOf(mirrorId(anchor.frame, anchor.node));
      return node?.nodeType === 1 ? scaled(boxIn(node as Element, doc)) : null;
    },
    anchorsAt({ x, y }) {
      const shown = player.shown();
      const doc = shown?.engine.frame.contentDocument;
      const hit = shown && hitTest(shown.engine, x / scale(), y / scale());
      if (!shown || !doc || !hit) return [];
      const { engine } = shown;
      const anchorOf = (element: Element): PageAnchor | null => {
        const id = element.ownerDocument === document ? -1 : engine.idOf(element);
        if (id < 1) return null;
        const { frame, node } = frameAndNode(id);
        const documentId = player.documentIn(frame)?.documentId;
        return documentId === undefined ? null : { documentId, frame, node };
      };
      return anchorsAround(hit.element, doc, anchorOf).flatMap(({ on, box }) => {
        const seen = scaled(box);
        return seen ? [{ on, box: seen }] : [];
      });
    },
    send,
    number: firstViewerNumber,
    signal: life.signal,
  });

  const place = (event: PointerEvent) => {
    const box = overlay.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  overlay.addEventListener('pointerdown', (event) => {
    if (!pad.chosen || event.button !== 0) return;
    event.preventDefault();
    overlay.setPointerCapture(event.pointerId);
    pad.down(place(event));
  });
  overlay.addEventListener('pointermove', (event) => pad.move(place(event)));
  overlay.addEventListener('pointerup', () => pad.up());
  overlay.addEventListener('pointercancel', () => pad.leave());
  overlay.addEventListener('pointerleave', () => pad.leave());
  return pad;
}
