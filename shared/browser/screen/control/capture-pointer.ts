import type { SurfacePoint } from '../../../protocol/manager.ts';
import { wheelPixels } from '../../ui/wheel-pixels.ts';
import type { BareInput } from './screen-hands.ts';

interface Deps {
  /** The picture. */
  element: HTMLElement;
  /** Where that is in the picture, in parts of it; null: beside it. `clamp`: then its edge. */
  place(event: MouseEvent, clamp: boolean): SurfacePoint | null;
  send(input: BareInput): void;
  /** Moves before are still under way: only the newest shall follow them. */
  isBusy(): boolean;
  /** False: the press only turns to the picture. */
  isTaken(): boolean;
  turnTo(): void;
  signal: AbortSignal;
}

/** Turns the viewer's mouse and wheel over a picture into input, until `signal` aborts. */
export function capturePointer({ element, place, send, isBusy, isTaken, turnTo, signal }: Deps): void {
  const view = element.ownerDocument.defaultView ?? window;
  const options = { signal };
  let moved: PointerEvent | null = null;
  const wheel = { dx: 0, dy: 0, event: null as WheelEvent | null };
  /** Pressed here, so they have to come up here. */
  const down = new Set<number>();
  let frame = 0;

  /** Moves and turns of the wheel go once a frame, and wait while earlier ones are under way. */
  function sendPending(isUrgent: boolean): void {
    view.cancelAnimationFrame(frame);
    frame = 0;
    if (!isUrgent && isBusy()) return schedule();
    const at = moved && place(moved, down.size > 0);
    if (at) send({ type: 'screen.pointer', action: 'move', at, button: 0 });
    moved = null;
    const turned = wheel.event && place(wheel.event, false);
    const { dx, dy } = wheel;
    if (turned) send({ type: 'screen.wheel', at: turned, dx: cut(dx), dy: cut(dy) });
    Object.assign(wheel, { dx: 0, dy: 0, event: null });
  }
  function schedule(): void {
    frame ||= view.requestAnimationFrame(() => sendPending(false));
  }

  function press(action: 'down' | 'up', event: MouseEvent): void {
    const button = buttonOf(event);
    const at = place(event, action === 'up');
    if (!at || button === null) return;
    if (action === 'up' && !down.delete(button)) return;
    // Where it is pressed says the press itself.
    moved = null;
    sendPending(true);
    if (action === 'down') down.add(button);
    send({ type: 'screen.pointer', action, at, button });
  }

  element.addEventListener('pointerdown', ({ pointerId }) => element.setPointerCapture(pointerId), options);
  // Not `pointerdown`: that comes for the first of several buttons only.
  element.addEventListener(
    'mousedown',
    (event) => {
      event.preventDefault();
      if (isTaken()) press('down', event);
      else turnTo();
    },
    options,
  );
  element.addEventListener(
    'mouseup',
    (event) => {
      // The fourth button would go back.
      event.preventDefault();
      press('up', event);
    },
    options,
  );
  element.addEventListener(
    'pointermove',
    (event) => {
      if (!isTaken()) return;
      moved = event;
      schedule();
    },
    options,
  );
  element.addEventListener('contextmenu', (event) => event.preventDefault(), options);
  element.addEventListener(
    'wheel',
    (event) => {
      if (!isTaken()) return;
      event.preventDefault();
      const { dx, dy } = wheelPixels(event, element);
      wheel.dx += dx;
      wheel.dy += dy;
      wheel.event = event;
      schedule();
    },
    { signal, passive: false },
  );
  signal.addEventListener('abort', () => view.cancelAnimationFrame(frame));
}

const cut = (delta: number) => Math.max(-12_000, Math.min(12_000, delta));

function buttonOf({ button }: MouseEvent): 0 | 1 | 2 | 3 | 4 | null {
  return button === 0 || button === 1 || button === 2 || button === 3 || button === 4 ? button : null;
}
