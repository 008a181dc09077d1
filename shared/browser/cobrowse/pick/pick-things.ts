import { limits } from '../../../protocol/limits.ts';
import type { PickedThing, PickPurpose } from '../../../protocol/page.ts';
import { pickable, within } from './candidates.ts';
import { labelOf } from './label-of.ts';
import { createMark } from './mark.ts';
import { pickByKeys } from './pick-by-keys.ts';
import { placeOf } from './place.ts';

export interface PickDeps {
  purpose: PickPurpose;
  picked(things: PickedThing[]): void;
  ended(): void;
  /** Ends it; nothing is told then. */
  signal: AbortSignal;
}

/** A hand that trembles draws no box. */
const boxFromPixels = 8;
/** The click that comes with a release is not the page's either. */
const clickFollowsMs = 50;
/** What the page would take for its own. */
const swallowed = [
  'mousedown',
  'mouseup',
  'mouseover',
  'click',
  'auxclick',
  'dblclick',
  'contextmenu',
  'touchstart',
  'touchend',
  'dragstart',
  'keyup',
  'keypress',
] as const;

/**
 * Lets the customer point at something: the element under the pointer, all that lies in a box that is drawn,
 * or by Tab, arrows and Enter. Only real input counts; what scripts make up, the host's hands among them, does nothing.
 */
export function pickThings(target: Window, { purpose, picked, ended, signal }: PickDeps): void {
  const done = new AbortController();
  const life = AbortSignal.any([signal, done.signal]);
  const options = { capture: true, passive: false, signal: life };
  const mark = createMark();
  let from: { x: number; y: number; doc: Document } | null = null;
  let isBox = false;

  life.addEventListener('abort', () => mark.set([]));

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

  function hold(event: Event): boolean {
    if (!event.isTrusted) return false;
    if (event.cancelable) event.preventDefault();
    event.stopImmediatePropagation();
    return true;
  }
  function elementUnder(event: PointerEvent): Element | null {
    const [first] = event.composedPath();
    return first && 'nodeType' in first && first.nodeType === 1 ? (first as Element) : null;
  }
  function moved(event: PointerEvent) {
    if (!hold(event)) return;
    if (from && purpose === 'hide') {
      isBox ||= Math.hypot(event.clientX - from.x, event.clientY - from.y) > boxFromPixels;
      if (isBox) return mark.set(within(from.doc, boxBetween(from, event)));
    }
    const one = pickable(elementUnder(event), purpose);
    mark.set(one ? [one] : []);
  }
  function pressed(event: PointerEvent) {
    if (!hold(event) || event.button !== 0) return;
    const doc = (event.view ?? target).document;
    from = { x: event.clientX, y: event.clientY, doc };
    isBox = false;
    moved(event);
  }
  function released(event: PointerEvent) {
    if (!hold(event) || !from) return;
    from = null;
    if (mark.marked.length > 0) setTimeout(() => !life.aborted && take(mark.marked), clickFollowsMs);
  }

  function watch(win: Window) {
    try {
      win.addEventListener('pointermove', moved, options);
      win.addEventListener('pointerdown', pressed, options);
      win.addEventListener('pointerup', released, options);
      win.addEventListener('pointercancel', () => (from = null), options);
      for (const type of swallowed) win.addEventListener(type, hold, options);
      win.addEventListener('keydown', (event) => hold(event) && keys(event), options);
      for (let index = 0; index < win.frames.length; index++) {
        const inner = win.frames[index];
        if (inner) watch(inner);
      }
    } catch {
      // A frame of another origin has its own bridge.
    }
  }
  const keys = pickByKeys({ doc: target.document, purpose, mark, take, cancel });
  watch(target);
}

function boxBetween(from: { x: number; y: number }, { clientX, clientY }: PointerEvent): DOMRectReadOnly {
  const left = Math.min(from.x, clientX);
  const top = Math.min(from.y, clientY);
  return new DOMRectReadOnly(left, top, Math.abs(clientX - from.x), Math.abs(clientY - from.y));
}
