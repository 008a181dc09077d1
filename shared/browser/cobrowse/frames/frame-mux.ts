import { EventType, IncrementalSource, type eventWithTime } from '@rrweb/types';
import type { FrameOwner } from '../../../protocol/peer.ts';
import type { ReplayEngine } from '../play/rrweb-replayer.ts';
import { createSanitiser, type Sanitiser } from '../sanitise/sanitiser.ts';
import { forgetTree } from './forget-tree.ts';
import { mirrorId } from './frame-ids.ts';
import { shiftEvent } from './shift-event.ts';

export interface FrameMux {
  /** The next snapshot of that frame goes into that element. False when there is no such frame in the mirror. */
  open(frame: number, owner: FrameOwner): boolean;
  /** What a frame's event does to the one mirror, cleaned. Throws when the event is none of that frame. */
  clean(frame: number, raw: unknown): eventWithTime[];
  /** The frame shows nothing any more. */
  close(frame: number): void;
}

interface Frame {
  sanitiser: Sanitiser;
  /** The `<iframe>`, as the mirror knows it; null for the page. */
  element: number | null;
  /** The frame's document by its own number; null before its snapshot. */
  documentNode: number | null;
}

/** Many recordings, each with a page of its own, as one: a snapshot of a frame is a document that comes into its element. */
export function createFrameMux(engine: Pick<ReplayEngine, 'nodeOf' | 'forget'>): FrameMux {
  const page: Frame = { sanitiser: createSanitiser(), element: null, documentNode: null };
  const frames = new Map<number, Frame>([[0, page]]);

  function attach(element: number, event: Extract<eventWithTime, { type: EventType.FullSnapshot }>) {
    const { timestamp, data } = event;
    const { node, initialOffset } = data;
    const adds = [{ parentId: element, nextId: null, node }];
    const document: eventWithTime = {
      type: EventType.IncrementalSnapshot,
      timestamp,
      data: { source: IncrementalSource.Mutation, texts: [], attributes: [], removes: [], adds, isAttachIframe: true },
    };
    const { left: x, top: y } = initialOffset;
    const scroll: eventWithTime = {
      type: EventType.IncrementalSnapshot,
      timestamp,
      data: { source: IncrementalSource.Scroll, id: node.id, x, y },
    };
    return x === 0 && y === 0 ? [document] : [document, scroll];
  }

  /** A document that comes has ids of its own; what rrweb still knows under them it would not build. */
  function forget(frame: number) {
    const documentNode = frames.get(frame)?.documentNode ?? null;
    const document = documentNode === null ? null : engine.nodeOf(mirrorId(frame, documentNode));
    if (document) forgetTree(document, engine.forget);
  }

  return {
    open(frame, owner) {
      const element = mirrorId(owner.frame, owner.node);
      if (frame === 0 || engine.nodeOf(element)?.nodeName !== 'IFRAME') return false;
      forget(frame);
      frames.set(frame, { sanitiser: createSanitiser(), element, documentNode: null });
      return true;
    },
    clean(frame, raw) {
      const known = frames.get(frame);
      const event = known?.sanitiser.sanitise(raw) ?? null;
      if (!known || !event) return [];
      if (known.element !== null && event.type === EventType.FullSnapshot) {
        forget(frame);
        known.documentNode = event.data.node.id;
      }
      const shifted = shiftEvent(event, frame, known.documentNode);
      if (!shifted) return [];
      if (known.element === null || shifted.type !== EventType.FullSnapshot) return [shifted];
      return attach(known.element, shifted);
    },
    close(frame) {
      const element = frames.get(frame)?.element;
      forget(frame);
      frames.delete(frame);
      const node = element == null ? null : engine.nodeOf(element);
      if (node?.nodeName === 'IFRAME') (node as HTMLIFrameElement).contentDocument?.documentElement?.remove();
    },
  };
}
