import { deepContains } from '../control/deep.ts';
import { pointIn } from './point-in.ts';

export interface AskMark {
  /** Lights this element until the customer presses it; null: nobody knows which. */
  light(element: Element | null): void;
  /** Out. Nothing is told. */
  clear(): void;
}

interface Deps {
  /** Made when there is something to draw. */
  layer(): ParentNode & Node;
  colour: string;
  /** The customer is asked, or no longer. */
  changed(on: boolean): void;
}

const marginPixels = 6;
/** Who has not pressed it by then does not want to. */
const litForMs = 120_000;

/** A ring around the place in the page that the customer is asked to press. */
export function createAskMark({ layer, colour, changed }: Deps): AskMark {
  let lit: { element: Element | null; end: AbortController } | null = null;

  function out(tell: boolean) {
    if (!lit) return;
    lit.end.abort();
    lit = null;
    if (tell) changed(false);
  }

  function ring(element: Element, signal: AbortSignal) {
    const box = document.createElement('div');
    box.style.cssText = `position:absolute;box-sizing:border-box;border:4px solid ${colour};border-radius:8px;box-shadow:0 0 0 4px #fff,0 0 0 6px ${colour},0 0 24px 8px ${colour};pointer-events:none`;
    layer().append(box);
    const pulse = box.animate([{ opacity: 1 }, { opacity: 0.45 }, { opacity: 1 }], {
      duration: 1_400,
      iterations: Infinity,
    });
    let frame = 0;
    function follow() {
      if (!element.isConnected) return out(true);
      const from = pointIn(element, 0, 0, document);
      const to = pointIn(element, 1, 1, document);
      box.style.display = from && to ? 'block' : 'none';
      if (from && to) {
        box.style.left = `${from.x - marginPixels}px`;
        box.style.top = `${from.y - marginPixels}px`;
        box.style.width = `${to.x - from.x + 2 * marginPixels}px`;
        box.style.height = `${to.y - from.y + 2 * marginPixels}px`;
      }
      frame = requestAnimationFrame(follow);
    }
    follow();
    signal.addEventListener('abort', () => {
      cancelAnimationFrame(frame);
      pulse.cancel();
      box.remove();
    });
  }

  return {
    light(element) {
      if (lit && lit.element === element) return;
      out(false);
      const end = new AbortController();
      lit = { element, end };
      changed(true);
      if (element) {
        element.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
        ring(element, end.signal);
      }
      const timer = setTimeout(() => out(true), litForMs);
      end.signal.addEventListener('abort', () => clearTimeout(timer));
      const pressed = (event: Event) => {
        const [target] = event.composedPath();
        if (event.isTrusted && element && target && deepContains(element, target as Node)) out(true);
      };
      (element?.ownerDocument ?? document).addEventListener('click', pressed, { capture: true, signal: end.signal });
    },
    clear: () => out(false),
  };
}
