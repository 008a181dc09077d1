import { limits } from '../../../protocol/limits.ts';
import type { PickPurpose } from '../../../protocol/page.ts';
import type { PickedThing } from '../../../protocol/picked-thing.ts';
import { pickable } from './candidates.ts';
import { holdInput } from './hold-input.ts';
import { labelOf } from './label-of.ts';
import { createMark } from './mark.ts';
import { pickByKeys } from './pick-by-keys.ts';
import { placeOf } from './place.ts';
import { type RootOf, underArea } from './under-area.ts';

export interface PickDeps {
  purpose: PickPurpose;
  picked(things: PickedThing[]): void;
  ended(): void;
  /** The area that is being drawn; null: none any more. */
  area(box: DOMRectReadOnly | null): void;
  rootOf: RootOf;
  /** Ends it; nothing is told then. */
  signal: AbortSignal;
}

/** A hand that trembles draws no box. */
const boxFromPixels = 8;
/** The click that comes with a release is not the page's either. */
const clickFollowsMs = 50;

/**
 * Lets the customer point at something: the element under the pointer, all that lies in a box that is drawn,
 * or by Tab, arrows and Enter. Only real input counts; what scripts make up, the host's hands among them, does nothing.
 */
export function pickThings(target: Window, { purpose, picked, ended, area, rootOf, signal }: PickDeps): void {
  const done = new AbortController();
  const life = AbortSignal.any([signal, done.signal]);
  const mark = createMark();
  let from: { x: number; y: number; doc: Document } | null = null;
  let isBox = false;

  life.addEventListener('abort', () => {
    mark.set([]);
    if (isBox) area(null);
  });

  function take(elements: readonly Element[]) {
    const all = elements.slice(0, limits.thingsPickedAtOnce).map((element) => {
      return { selector: placeOf(element, target.document).slice(0, 2_000), label: labelOf(element) };
    });
    // The marks must be gone before anybody looks.
    done.abort();
    if (all.length > 0) picked(all);
    else ended();
  }
  function cancel() {
    done.abort();
    ended();
  }

  function elementUnder(event: PointerEvent): Element | null {
    const [first] = event.composedPath();
    return first && 'nodeType' in first && first.nodeType === 1 ? (first as Element) : null;
  }
  function moved(event: PointerEvent) {
    if (from && purpose === 'hide') {
      isBox ||= Math.hypot(event.clientX - from.x, event.clientY - from.y) > boxFromPixels;
      if (isBox) {
        const box = boxBetween(from, event);
        // The layer is of the outermost document.
        if (from.doc === target.document) area(box);
        return mark.set(underArea(from.doc, box, rootOf));
      }
    }
    const one = pickable(elementUnder(event), purpose);
    mark.set(one ? [one] : []);
  }
  function pressed(event: PointerEvent) {
    if (event.button !== 0) return;
    const doc = (event.view ?? target).document;
    from = { x: event.clientX, y: event.clientY, doc };
    isBox = false;
    moved(event);
  }
  function released() {
    if (!from) return;
    from = null;
    if (mark.marked.length > 0) setTimeout(() => !life.aborted && take(mark.marked), clickFollowsMs);
  }

  const key = pickByKeys({ doc: target.document, purpose, mark, take, cancel });
  const cancelled = () => void (from = null);
  holdInput(target, { moved, pressed, released, cancelled, key }, life);
}

function boxBetween(from: { x: number; y: number }, { clientX, clientY }: PointerEvent): DOMRectReadOnly {
  const left = Math.min(from.x, clientX);
  const top = Math.min(from.y, clientY);
  return new DOMRectReadOnly(left, top, Math.abs(clientX - from.x), Math.abs(clientY - from.y));
}
