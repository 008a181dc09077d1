import type { Drawn, PageAnchor } from '../../../protocol/drawing.ts';
import { isOnPage } from '../../../protocol/is-on-page.ts';
import type { FromPage } from '../../../protocol/page.ts';
import type { Pixel } from '../../drawing/box.ts';
import { createDrawingPad, type DrawingPad } from '../../drawing/drawing-pad.ts';
import type { ChosenTool } from '../../drawing/pen.ts';
import { ownerNumber } from '../../drawing/person-colour.ts';
import { deepElementFromPoint } from '../control/deep.ts';
import { isPrivate } from '../control/forbidden.ts';
import { holdInput } from '../pick/hold-input.ts';
import { anchorsAround, boxIn } from './anchors.ts';
import { openOwnLayer, type OwnLayer } from './own-layer.ts';

/** All that is drawn over the page, and its owner's own pen. */
export interface PageDrawing {
  /** The tool that the page's owner has in the hand; null: none, and the page has its input back. */
  choose(chosen: ChosenTool | null): void;
  undo(): void;
  /** Somebody else's. */
  heard(drawn: Drawn): void;
  stop(): void;
}

interface Deps {
  documentId: string;
  post(message: FromPage): void;
  nodeOf(id: number): Node | null;
  /** -1: the mirror does not have it. */
  idOf(node: Node): number;
}

export function createPageDrawing({ documentId, post, nodeOf, idOf }: Deps): PageDrawing {
  const life = new AbortController();
  let layer: OwnLayer | null = null;
  let holding: AbortController | null = null;

  function anchorOf(element: Element): PageAnchor | null {
    const node = idOf(element);
    // Which frame this is, only the window knows.
    return node > 0 ? { documentId, frame: 0, node } : null;
  }
  const pad: DrawingPad = createDrawingPad({
    root: () => (layer ??= openOwnLayer()).root,
    size: () => ({ width: innerWidth, height: innerHeight }),
    boxOf(anchor) {
      const node = isOnPage(anchor) && anchor.documentId === documentId ? nodeOf(anchor.node) : null;
      return node?.nodeType === 1 ? boxIn(node as Element, document) : null;
    },
    anchorsAt({ x, y }) {
      const innermost = deepElementFromPoint(document, x, y, true);
      // Where something is hidden from the viewer, what is drawn over it could give it away.
      if (!innermost || isPrivate(innermost) || !anchorOf(innermost)) return [];
      return anchorsAround(innermost, document, anchorOf);
    },
    send: (what) => post({ type: 'page.drawing', what }),
    number: ownerNumber,
    signal: life.signal,
  });

  function put() {
    holding?.abort();
    holding = null;
    pad.choose(null);
  }
  function take(chosen: ChosenTool) {
    pad.choose(chosen);
    if (holding) return;
    holding = new AbortController();
    const pressed = (event: PointerEvent) => {
      if (event.button === 0) pad.down(placeOf(event));
    };
    const moved = (event: PointerEvent) => pad.move(placeOf(event));
    const key = ({ key: name, ctrlKey, metaKey }: KeyboardEvent) => {
      if (name.toLowerCase() === 'z' && (ctrlKey || metaKey)) return pad.undo();
      if (name !== 'Escape') return;
      put();
      post({ type: 'page.draw-ended' });
    };
    holdInput(window, { pressed, moved, released: pad.up, cancelled: pad.leave, key }, holding.signal);
  }

  return {
    choose: (chosen) => (chosen ? take(chosen) : put()),
    undo: pad.undo,
    heard({ by, name, what }) {
      if (what.type === 'drawing.put' && (!isOnPage(what.on) || what.on.documentId !== documentId)) return;
      pad.heard(by, name, what);
    },
    stop() {
      put();
      life.abort();
      layer?.remove();
    },
  };
}

/** In this page's viewport, also for an event in a frame of its origin. */
function placeOf({ clientX: x, clientY: y, view }: PointerEvent): Pixel {
  const place = { x, y };
  for (let at: Window | null = view; at && at !== window;) {
    const frame: Element | null = at.frameElement;
    if (!frame) break;
    const box = frame.getBoundingClientRect();
    place.x += box.left + frame.clientLeft;
    place.y += box.top + frame.clientTop;
    at = frame.ownerDocument.defaultView;
  }
  return place;
}
