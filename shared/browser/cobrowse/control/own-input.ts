import { limits } from '../../../protocol/limits.ts';

/** A hand that rests on the mouse, and a page that moves under a still pointer, are no input. */
const jitterPixels = 6;
/** Moves this far apart in time are not one move. */
const moveForgottenMs = 1_000;
const tellEveryMs = 500;

export interface OwnInput {
  /** Ms until the host may act again; 0 when the customer's hands are off. */
  remainingMs(): number;
}

/**
 * Notices the customer's own mouse and keys, which no script can forge. Listens in `target` and, when
 * asked, in its frames of the same origin. `noticed` is called at once, then twice a second while it goes on.
 */
export function watchOwnInput(
  target: Window,
  { noticed, signal, now = () => performance.now() }: { noticed(): void; signal: AbortSignal; now?: () => number },
): OwnInput {
  const watched = new WeakSet<Window>();
  let last = -Infinity;
  let told = -Infinity;
  let rest = { x: NaN, y: NaN, at: -Infinity };

  function note() {
    last = now();
    if (last - told < tellEveryMs) return;
    told = last;
    noticed();
  }
  function moved({ isTrusted, screenX: x, screenY: y }: PointerEvent) {
    if (!isTrusted) return;
    const known = now() - rest.at < moveForgottenMs;
    const distance = Math.hypot(x - rest.x, y - rest.y);
    if (known && distance > jitterPixels) note();
    rest = known && distance <= jitterPixels ? { ...rest, at: now() } : { x, y, at: now() };
  }
  const pressed = ({ isTrusted }: Event) => {
    if (isTrusted) note();
  };

  function watch(win: Window) {
    try {
      if (watched.has(win)) return;
      watched.add(win);
      const options = { capture: true, passive: true, signal };
      win.addEventListener('pointermove', moved, options);
      for (const type of ['pointerdown', 'keydown', 'wheel'] as const) win.addEventListener(type, pressed, options);
      for (let index = 0; index < win.frames.length; index++) {
        const inner = win.frames[index];
        if (inner) watch(inner);
      }
    } catch {
      // A frame of another origin; its own input cannot be seen, and the host cannot act there.
    }
  }
  watch(target);

  return {
    remainingMs() {
      // Frames come and go; look again whenever somebody wants to know.
      for (let index = 0; index < target.frames.length; index++) {
        const inner = target.frames[index];
        if (inner) watch(inner);
      }
      return Math.max(0, last + limits.ownInputMs - now());
    },
  };
}
