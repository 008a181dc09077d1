import { computed, effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import { parseWith } from '../../../protocol/codec.ts';
import { type Anchor, type Drawing, drawingSchema, type ScreenAnchor } from '../../../protocol/drawing.ts';
import { isOnPage } from '../../../protocol/is-on-page.ts';
import { drawingLimits } from '../../../protocol/drawing-limits.ts';
import { createTokenBucket } from '../../../protocol/token-bucket.ts';
import type { Box } from '../../drawing/box.ts';
import { createDrawingBoard, putOf } from '../../drawing/drawing-board.ts';
import { createDrawingPad, type DrawingPad } from '../../drawing/drawing-pad.ts';
import { firstViewerNumber } from '../../drawing/person-colour.ts';
import type { Link } from '../../link/contract.ts';

/** What is drawn on desktops and applications, both ways. Only who sees a screen draws on it. */
export interface ScreenDrawings {
  /** One view of a picture; `name`: of who draws on it from afar. */
  open(view: PictureView): DrawingPad;
  /** Grants of whose pictures something is drawn on by the other. */
  readonly drawnOn: ReadonlySignal<ReadonlySet<string>>;
  undo(): void;
  clear(): void;
}

export interface PictureView {
  anchor: ScreenAnchor;
  name: string;
  element: HTMLElement;
  /** Where the picture is in the element; null: there is none. */
  box(): Box | null;
  signal: AbortSignal;
}

interface Deps {
  link: ReadonlySignal<Link | null>;
  /** Grants of one's own screens that the other sees, and of the other's that are seen here. */
  shown: ReadonlySignal<readonly string[]>;
  watched: ReadonlySignal<readonly string[]>;
  signal: AbortSignal;
}

interface Open extends PictureView {
  pad: DrawingPad;
}

export function createScreenDrawings({ link, shown, watched, signal: life }: Deps): ScreenDrawings {
  const now = () => performance.now();
  const board = createDrawingBoard(now);
  const drawnOn = signal<ReadonlySet<string>>(new Set());
  let pads: readonly Open[] = [];
  let lastDrawn: DrawingPad | null = null;

  function changed() {
    drawnOn.value = new Set(board.all().flatMap(({ on }) => (isOnPage(on) ? [] : [on.grant])));
  }
  const isOn = (view: PictureView, on: Anchor) =>
    !isOnPage(on) && on.grant === view.anchor.grant && on.stream === view.anchor.stream;
  const isKnown = (on: Anchor) => !isOnPage(on) && [...shown.peek(), ...watched.peek()].includes(on.grant);

  function tell(what: Drawing) {
    const way = link.peek();
    const isLate =
      what.type === 'drawing.laser' && what.spot && (way?.unsent('screen-draw') ?? 0) > drawingLimits.laserWaitBytes;
    if (!isLate) way?.send('screen-draw', new TextEncoder().encode(JSON.stringify(what)));
  }
  function take(what: Drawing, from: DrawingPad | null) {
    board.take(firstViewerNumber, '', what);
    for (const { pad, name } of pads) if (pad !== from) pad.heard(firstViewerNumber, name, what);
    changed();
  }
  function hear(what: Drawing) {
    const on = what.type === 'drawing.put' ? what.on : what.type === 'drawing.laser' ? what.spot?.on : undefined;
    // The other draws on what is shown to it, and on nothing else.
    if (!on || (!isOnPage(on) && shown.peek().includes(on.grant))) take(what, null);
  }
  function forget() {
    board.clear();
    for (const { pad } of pads) pad.forget();
    changed();
  }

  const disposers = [
    effect(() => {
      const way = link.value;
      untracked(forget);
      if (!way) return;
      const bucket = createTokenBucket(drawingLimits.messagesPerSecond, drawingLimits.messagesAtOnce, now);
      way.receive('screen-draw', (bytes) => {
        if (life.aborted || link.peek() !== way || bytes.length > drawingLimits.messageBytes || !bucket.take()) return;
        const parsed = parseWith(drawingSchema, new TextDecoder().decode(bytes));
        if (parsed.ok) hear(parsed.message);
      });
      way.onFresh(() => {
        if (!life.aborted && link.peek() === way) forget();
      });
    }),
    effect(() => {
      void [shown.value, watched.value];
      untracked(() => {
        board.keep(isKnown);
        changed();
      });
    }),
  ];
  life.addEventListener('abort', () => {
    for (const dispose of disposers) dispose();
  });

  return {
    drawnOn: computed(() => drawnOn.value),
    open(view) {
      const { anchor, element, box, signal: ending } = view;
      const pad: DrawingPad = createDrawingPad({
        root: () => element,
        size: () => ({ width: element.clientWidth, height: element.clientHeight }),
        boxOf: (on) => (isOn(view, on) ? box() : null),
        anchorsAt({ x, y }) {
          const at = box();
          const isIn = at && x >= at.left && y >= at.top && x <= at.left + at.width && y <= at.top + at.height;
          return isIn ? [{ on: anchor, box: at }] : [];
        },
        send(what) {
          lastDrawn = pad;
          tell(what);
          take(what, pad);
        },
        number: firstViewerNumber,
        signal: ending,
      });
      const open: Open = { ...view, pad };
      pads = [...pads, open];
      ending.addEventListener('abort', () => (pads = pads.filter((one) => one !== open)));
      for (const one of board.all()) pad.heard(one.by, view.name, putOf(one));
      return pad;
    },
    undo: () => lastDrawn?.undo(),
    clear() {
      const what = { type: 'drawing.clear' } as const;
      tell(what);
      take(what, null);
    },
  };
}
