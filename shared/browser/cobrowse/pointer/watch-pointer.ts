import type { Target } from '../../../protocol/peer.ts';
import type { Pointer } from '../../../protocol/pointer.ts';

interface Spot {
  documentId: string;
  at: Target | null;
  x: number;
  y: number;
  /** False: nobody may know where the pointer is. */
  here: boolean;
}

interface Deps {
  /** Where pointer events arrive. */
  on: Document | HTMLElement;
  /** Is it this person's pointer? A page's script, or the other's hand in it, makes events too. */
  isOwn(event: PointerEvent): boolean;
  /** What lies there; null: nothing that could be said. */
  locate(event: PointerEvent, target: EventTarget | null): Spot | null;
  send(pointer: Pointer): void;
  signal: AbortSignal;
}

/** Says where this person's own pointer is, once a frame at most: a press that is for the page goes before its ripple. */
export function watchPointer({ on, isOwn, locate, send, signal }: Deps): void {
  const options = { capture: true, passive: true, signal };
  let latest: { event: PointerEvent; target: EventTarget | null } | null = null;
  let lastIn: string | null = null;
  let presses = 0;
  let frame = 0;

  function say() {
    frame = 0;
    const found = latest && locate(latest.event, latest.target);
    if (!found) return;
    lastIn = found.documentId;
    const part = (value: number) => Math.min(1, Math.max(0, value));
    send({ ...found, x: part(found.x), y: part(found.y), presses });
  }
  function heard(event: PointerEvent) {
    if (!isOwn(event)) return;
    // The path is gone once the event is over.
    latest = { event, target: event.composedPath()[0] ?? null };
    if (event.type === 'pointerdown') presses += 1;
    frame ||= requestAnimationFrame(say);
  }
  function gone() {
    cancelAnimationFrame(frame);
    frame = 0;
    latest = null;
    if (lastIn !== null) send({ documentId: lastIn, at: null, x: 0, y: 0, presses, here: false });
  }
  for (const type of ['pointermove', 'pointerdown'] as const)
    on.addEventListener(type, (event) => heard(event as PointerEvent), options);
  const left = (event: Event) => {
    if (event.target === on && isOwn(event as PointerEvent)) gone();
  };
  on.addEventListener('pointerleave', left, options);
  signal.addEventListener('abort', () => cancelAnimationFrame(frame));
}
