import { EventType, IncrementalSource, type eventWithTime } from '@rrweb/types';
import type { FrameOwner } from '../../../protocol/peer.ts';
import type { MirrorEngine } from '../play/mirror-engine.ts';
import { addedFrames } from './added-frames.ts';
import { mirrorId } from './frame-ids.ts';
import { drawPlaceholder } from './placeholder.ts';
import { shiftEvent } from './shift-event.ts';

export interface FrameMux {
  /** The next snapshot of that frame goes into that element. False when there is no such frame in the mirror. */
  open(frame: number, owner: FrameOwner): boolean;
  /** Whether that element is in the mirror. */
  has(owner: FrameOwner): boolean;
  /** What a frame's clean event does to the one mirror. Throws when the event is none of that frame. */
  place(frame: number, event: eventWithTime): eventWithTime[];
  /** The frame shows nothing any more. */
  close(frame: number): void;
  /** After a batch: frames that have nothing in them say so. */
  settle(): void;
}

interface Frame {
  /** The `<iframe>`, as the mirror knows it; null for the page. */
  element: number | null;
  /** The frame's document by its own number; null before its snapshot. */
  documentNode: number | null;
}

/** Many recordings, each with a page of its own, as one: a snapshot of a frame is a document that comes into its element. */
export function createFrameMux(engine: Pick<MirrorEngine, 'nodeOf' | 'idOf' | 'forget'>): FrameMux {
  const page: Frame = { element: null, documentNode: null };
  const frames = new Map<number, Frame>([[0, page]]);
  let unsettled: number[] = [];

  function attach(element: number, event: Extract<eventWithTime, { type: EventType.FullSnapshot }>) {
    const { timestamp, data } = event;
    const { node, initialOffset } = data;
    const adds = [{ parentId: element, nextId: null, node }];
    const document: eventWithTime = {
      type: EventType.IncrementalSnapshot,
      timestamp,
      data: { source: IncrementalSource.Mutation, texts: [], attributes: [], removes: [], adds },
    };
    const { left: x, top: y } = initialOffset;
    const scroll: eventWithTime = {
      type: EventType.IncrementalSnapshot,
      timestamp,
      data: { source: IncrementalSource.Scroll, id: node.id, x, y },
    };
    return x === 0 && y === 0 ? [document] : [document, scroll];
  }

  /** A document that comes has ids of its own; what is still known under them would be in their way. */
  function forget(frame: number) {
    const documentNode = frames.get(frame)?.documentNode ?? null;
    const document = documentNode === null ? null : engine.nodeOf(mirrorId(frame, documentNode));
    if (document) engine.forget(document);
  }

  const has = (owner: FrameOwner) => engine.nodeOf(mirrorId(owner.frame, owner.node))?.nodeName === 'IFRAME';

  return {
    has,
    open(frame, owner) {
      const element = mirrorId(owner.frame, owner.node);
      if (frame === 0 || !has(owner)) return false;
      forget(frame);
      // What the page around had in it, a blank one perhaps, is none of the mirror's any more.
      const before = (engine.nodeOf(element) as HTMLIFrameElement).contentDocument;
      if (before && engine.idOf(before) > 0) engine.forget(before);
      frames.set(frame, { element, documentNode: null });
      return true;
    },
    place(frame, event) {
      const known = frames.get(frame);
      if (!known) return [];
      if (known.element !== null && event.type === EventType.FullSnapshot) {
        forget(frame);
        known.documentNode = event.data.node.id;
      }
      const shifted = shiftEvent(event, frame);
      if (!shifted) return [];
      unsettled.push(...addedFrames(shifted));
      if (known.element === null || shifted.type !== EventType.FullSnapshot) return [shifted];
      return attach(known.element, shifted);
    },
    close(frame) {
      const element = frames.get(frame)?.element ?? null;
      forget(frame);
      frames.delete(frame);
      if (element === null) return;
      unsettled.push(element);
      this.settle();
    },
    settle() {
      for (const id of unsettled) {
        const frame = engine.nodeOf(id);
        if (frame?.nodeName !== 'IFRAME') continue;
        const { contentDocument } = frame as HTMLIFrameElement;
        if (contentDocument && engine.idOf(contentDocument) < 1) drawPlaceholder(frame as HTMLIFrameElement);
      }
      unsettled = [];
    },
  };
}
