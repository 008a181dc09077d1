interface Handlers {
  moved(event: PointerEvent): void;
  pressed(event: PointerEvent): void;
  released(event: PointerEvent): void;
  cancelled(): void;
  key(event: KeyboardEvent): void;
}

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
 * Takes a person's pointer and keys away from a page and the frames of its origin, until `signal` aborts. Only real
 * input counts; what scripts make up, the host's hands among them, is not heard and not held.
 */
export function holdInput(target: Window, { moved, pressed, released, cancelled, key }: Handlers, signal: AbortSignal) {
  const options = { capture: true, passive: false, signal };

  function hold(event: Event): boolean {
    if (!event.isTrusted) return false;
    if (event.cancelable) event.preventDefault();
    event.stopImmediatePropagation();
    return true;
  }
  function watch(win: Window) {
    try {
      win.addEventListener('pointermove', (event) => hold(event) && moved(event), options);
      win.addEventListener('pointerdown', (event) => hold(event) && pressed(event), options);
      win.addEventListener('pointerup', (event) => hold(event) && released(event), options);
      win.addEventListener('pointercancel', cancelled, options);
      for (const type of swallowed) win.addEventListener(type, hold, options);
      win.addEventListener('keydown', (event) => hold(event) && key(event), options);
      for (let index = 0; index < win.frames.length; index++) {
        const inner = win.frames[index];
        if (inner) watch(inner);
      }
    } catch {
      // A frame of another origin has its own bridge.
    }
  }
  watch(target);
}
