import type { Drawing } from '../../../protocol/drawing.ts';
import { isOnPage } from '../../../protocol/is-on-page.ts';
import type { DrawingHub } from '../../drawing/drawing-hub.ts';
import type { RecordedPage } from '../recorded-page.ts';
import type { FrameTable } from './frame-table.ts';

interface Deps {
  page: Pick<RecordedPage, 'post'>;
  frames: Pick<FrameTable, 'all' | 'entry' | 'withDocument'>;
  hub: DrawingHub;
}

/** Between the drawings on a page and the frames in which they are drawn. */
export function drawOnFrames({ page, frames, hub }: Deps) {
  const isThere = (documentId: string) => frames.withDocument(documentId) !== null;

  hub.toPage((drawn) => {
    const { what } = drawn;
    const anchor = what.type === 'drawing.put' ? what.on : what.type === 'drawing.laser' ? what.spot?.on : undefined;
    if (!anchor) {
      for (const frame of frames.all()) page.post({ type: 'page.drawn', drawn }, frame);
      return;
    }
    const frame = isOnPage(anchor) ? frames.withDocument(anchor.documentId) : null;
    if (frame !== null) page.post({ type: 'page.drawn', drawn }, frame);
  });

  /** A frame knows neither its number nor whether it still counts. */
  function placed(frame: number, what: Drawing): Drawing | null {
    const { documentId } = frames.entry(frame) ?? {};
    const isHere = (on: { documentId: string }) => on.documentId === documentId;
    if (what.type === 'drawing.put') {
      return isOnPage(what.on) && isHere(what.on) ? { ...what, on: { ...what.on, frame } } : null;
    }
    if (what.type !== 'drawing.laser' || !what.spot) return what;
    const { on, at } = what.spot;
    return isOnPage(on) && isHere(on) ? { ...what, spot: { on: { ...on, frame }, at } } : null;
  }

  return {
    /** A frame is recorded from now on, and has nothing on it yet. */
    begun(frame: number) {
      const { documentId } = frames.entry(frame) ?? {};
      if (documentId === undefined) return;
      for (const drawn of hub.of(documentId)) page.post({ type: 'page.drawn', drawn }, frame);
    },
    /** Documents have come and gone. */
    changed: () => hub.keep(isThere),
    /** In that frame, by the page's owner. */
    drawn(frame: number, what: Drawing) {
      const whole = placed(frame, what);
      if (whole) hub.own(whole, 'page');
    },
  };
}
