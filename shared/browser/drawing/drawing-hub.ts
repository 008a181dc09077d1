import { type ReadonlySignal, signal } from '@preact/signals';
import { parseWith } from '../../protocol/codec.ts';
import { type Drawing, type Drawn, type OwnerDrawing, viewerDrawingSchema } from '../../protocol/drawing.ts';
import { isOnPage } from '../../protocol/is-on-page.ts';
import { drawingLimits } from '../../protocol/drawing-limits.ts';
import { createTokenBucket } from '../../protocol/token-bucket.ts';
import type { Link } from '../link/contract.ts';
import { createDrawingBoard, putOf } from './drawing-board.ts';
import { firstViewerNumber, ownerNumber } from './person-colour.ts';

/** Where all drawings on one shown page come together: its owner's and its viewers', each told of the others'. */
export interface DrawingHub {
  /** Somebody who sees the page, until `signal` aborts. */
  join(link: Pick<Link, 'send' | 'receive'>, name: string, signal: AbortSignal): void;
  /** Its owner's: drawn in the page, or said in the owner's window. */
  own(what: Drawing, from: 'page' | 'window'): void;
  /** To the page. One handler. */
  toPage(handler: (drawn: Drawn) => void): void;
  /** What is on the page's board, for a document that has just begun to be recorded. */
  of(documentId: string): readonly Drawn[];
  /** Documents that are there; what lies on others is gone. */
  keep(isThere: (documentId: string) => boolean): void;
  /** There is something to clear. */
  readonly has: ReadonlySignal<boolean>;
}

interface Viewer {
  number: number;
  tell(message: OwnerDrawing): void;
}

export function createDrawingHub(ownerName: () => string): DrawingHub {
  const board = createDrawingBoard(() => performance.now());
  const has = signal(false);
  let viewers: readonly Viewer[] = [];
  let page: (drawn: Drawn) => void = () => undefined;

  function pass(by: number, name: string, what: Drawing, isInPage = false) {
    board.take(by, name, what);
    has.value = board.all().length > 0;
    const drawn: Drawn = { type: 'drawing.drawn', by, name: name.slice(0, drawingLimits.nameChars), what };
    if (!isInPage) page(drawn);
    for (const viewer of viewers) if (viewer.number !== by) viewer.tell(drawn);
  }
  const drawn = (documentId: string | null): Drawn[] =>
    board
      .all()
      .filter(({ on }) => isOnPage(on) && (documentId === null || on.documentId === documentId))
      .map((one) => ({ type: 'drawing.drawn', by: one.by, name: one.name, what: putOf(one) }));
  /** What is on a screen is not on a page. */
  const isOfPage = (what: Drawing) =>
    what.type === 'drawing.put' ? isOnPage(what.on) : what.type !== 'drawing.laser' || isLaserOnPage(what);

  return {
    join(link, name, life) {
      const taken = new Set(viewers.map(({ number }) => number));
      let number = firstViewerNumber;
      while (taken.has(number)) number += 1;
      if (number >= drawingLimits.people) return;
      const bucket = createTokenBucket(drawingLimits.messagesPerSecond, drawingLimits.messagesAtOnce, () =>
        performance.now(),
      );
      const viewer: Viewer = {
        number,
        tell(message) {
          if (!life.aborted) link.send('draw', new TextEncoder().encode(JSON.stringify(message)));
        },
      };
      viewers = [...viewers, viewer];
      link.receive('draw', (bytes) => {
        if (life.aborted || bytes.length > drawingLimits.messageBytes || !bucket.take()) return;
        const parsed = parseWith(viewerDrawingSchema, new TextDecoder().decode(bytes));
        if (!parsed.ok) return;
        const { message } = parsed;
        if (message.type !== 'drawing.hello') {
          if (isOfPage(message)) pass(number, name, message);
          return;
        }
        viewer.tell({ type: 'drawing.you', number });
        for (const one of drawn(null)) viewer.tell(one);
      });
      life.addEventListener('abort', () => {
        viewers = viewers.filter((one) => one !== viewer);
        pass(number, name, { type: 'drawing.laser', spot: null });
      });
    },
    own: (what, from) => pass(ownerNumber, ownerName(), what, from === 'page'),
    toPage: (handler) => void (page = handler),
    of: drawn,
    keep(isThere) {
      board.keep((on) => !isOnPage(on) || isThere(on.documentId));
      has.value = board.all().length > 0;
    },
    has,
  };
}

const isLaserOnPage = ({ spot }: Extract<Drawing, { type: 'drawing.laser' }>) => spot === null || isOnPage(spot.on);
