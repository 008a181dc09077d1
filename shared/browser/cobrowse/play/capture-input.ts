import type { ControlCommand } from '../../../protocol/peer.ts';
import { type BareCommand, modifiersOf } from './bare-command.ts';
import { captureKeys } from './capture-keys.ts';
import type { Chooser } from './chooser.ts';
import { caretAt, hitTest, type Hit } from './hit-test.ts';
import type { LivePlayer } from './live-player.ts';
import { wheelPixels } from '../../ui/wheel-pixels.ts';

export interface CaptureDeps {
  /** Lies over the mirror and gets all of the host's pointer input. */
  overlay: HTMLElement;
  /** Has focus while the host types: input methods and pasting need a field. */
  field: HTMLTextAreaElement;
  player: LivePlayer;
  chooser: Chooser;
  /** Mirrored pixels for one of the screen's. */
  scale(): number;
  send(command: ControlCommand): void;
  signal: AbortSignal;
}

/** Turns the host's mouse, wheel and keys over the mirror into commands, until `signal` aborts. */
export function captureInput({ overlay, field, player, chooser, scale, send, signal }: CaptureDeps): void {
  const options = { signal };
  let dragFrom: ReturnType<typeof caretAt> = null;
  let moved: PointerEvent | null = null;
  const wheel = { dx: 0, dy: 0, event: null as WheelEvent | null };
  let frame = 0;
  let pressedIn = 0;
  /** Where the customer's page has this pointer: the document and the place in it. */
  let told = '';

  /** False: nothing is shown that it could be about, and it is not sent. */
  function command(bare: BareCommand): boolean {
    // Keys and text go where the host has pressed last.
    const frame = 'at' in bare ? bare.at.frame : 'anchor' in bare ? bare.anchor.frame : pressedIn;
    const shown = player.documentIn(frame) ?? player.documentIn(0);
    if (!shown) return false;
    send({ ...bare, id: 0, lease: 0, ...shown });
    return true;
  }
  function hitAt(event: MouseEvent): Hit | null {
    const shown = player.shown();
    const box = overlay.getBoundingClientRect();
    const at = { x: (event.clientX - box.left) * scale(), y: (event.clientY - box.top) * scale() };
    return shown && hitTest(shown.engine, at.x, at.y);
  }
  const buttonOf = ({ button }: MouseEvent) => (button === 1 || button === 2 ? button : 0);

  function pointer(action: 'down' | 'move' | 'up', event: PointerEvent, count: number) {
    const hit = hitAt(event);
    if (!hit) return;
    const at = hit.target;
    const place = JSON.stringify([player.documentIn(at.frame)?.documentId, at]);
    // Browsers tell of moves that are none, most of all right before a press, which would have to wait for them.
    if (action === 'move' && place === told) return;
    const pressed = { button: buttonOf(event), count, modifiers: modifiersOf(event) } as const;
    if (command({ type: 'control.pointer', action, at, ...pressed })) told = place;
    const shown = player.shown();
    if (action !== 'move' || !dragFrom || !shown) return;
    const focus = caretAt(shown.engine, hit);
    if (focus && (focus.node !== dragFrom.node || focus.offset !== dragFrom.offset)) {
      command({ type: 'control.select', anchor: dragFrom, focus });
    }
  }
  /** Moves and wheel turns go out once a frame, and before whatever comes after them. */
  function sendPending() {
    cancelAnimationFrame(frame);
    frame = 0;
    if (moved) pointer('move', moved, 1);
    moved = null;
    const hit = wheel.event && hitAt(wheel.event);
    if (hit && wheel.event) {
      const { dx, dy } = wheel;
      command({ type: 'control.wheel', at: hit.target, dx, dy, modifiers: modifiersOf(wheel.event) });
    }
    Object.assign(wheel, { dx: 0, dy: 0, event: null });
  }
  const schedule = () => {
    frame ||= requestAnimationFrame(sendPending);
  };

  let clicks = { count: 0, at: -Infinity, x: 0, y: 0 };
  function countClick({ clientX: x, clientY: y, timeStamp: at }: PointerEvent): number {
    const near = at - clicks.at < 500 && Math.hypot(x - clicks.x, y - clicks.y) < 5;
    clicks = { count: near ? Math.min(3, clicks.count + 1) : 1, at, x, y };
    return clicks.count;
  }

  overlay.addEventListener(
    'pointerdown',
    (event) => {
      field.focus({ preventScroll: true });
      sendPending();
      const count = countClick(event);
      const hit = hitAt(event);
      const shown = player.shown();
      if (!hit || !shown) return;
      pressedIn = hit.target.frame;
      const choosing =
        event.button === 0 && chooser.open(hit.element, event, (answer) => command({ ...answer, at: hit.target }));
      if (choosing) return;
      overlay.setPointerCapture(event.pointerId);
      dragFrom = event.button === 0 ? caretAt(shown.engine, hit) : null;
      pointer('down', event, count);
    },
    options,
  );
  overlay.addEventListener(
    'pointermove',
    (event) => {
      moved = event;
      schedule();
    },
    options,
  );
  overlay.addEventListener(
    'pointerup',
    (event) => {
      if (!overlay.hasPointerCapture(event.pointerId)) return;
      sendPending();
      pointer('up', event, clicks.count || 1);
      dragFrom = null;
    },
    options,
  );
  // Else the press would take focus from the field.
  overlay.addEventListener('mousedown', (event) => event.preventDefault(), options);
  overlay.addEventListener('contextmenu', (event) => event.preventDefault(), options);
  overlay.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      const { dx, dy } = wheelPixels(event, overlay);
      wheel.dx += dx;
      wheel.dy += dy;
      wheel.event = event;
      schedule();
    },
    { signal, passive: false },
  );

  captureKeys({
    field,
    command(bare) {
      sendPending();
      command(bare);
    },
    marked: () => String(player.shown()?.engine.frame.contentDocument?.getSelection() ?? ''),
    signal,
  });
  signal.addEventListener('abort', () => cancelAnimationFrame(frame));
}
