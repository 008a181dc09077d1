import { frameDocument } from '../control/deep.ts';
import { wordIn } from './frame-word.ts';

export interface HearFramesDeps {
  /** The mirror's id of an `<iframe>` that the host gets to see; below 1: not recorded, blocked, or not yet. */
  idOf(element: Element): number;
  /** The shadow root of an element, also a closed one, or null. */
  shadowOf(element: Element): ShadowRoot | null;
  found(nonce: string, node: number): void;
  signal: AbortSignal;
}

/**
 * In the world of the recorder: hears frames of other origins and says which element each of them is in.
 * The page hears and could say the same; all it can gain is to show a frame of its own in another place.
 */
export function hearFrames(win: Window, { idOf, shadowOf, found, signal }: HearFramesDeps): void {
  win.addEventListener(
    'message',
    (event: MessageEvent<unknown>) => {
      const nonce = wordIn(event.data);
      if (nonce === null || !event.source) return;
      // Not the page's business; its own listeners may stumble over it.
      event.stopImmediatePropagation();
      const element = frameWith(event.source, win.document, shadowOf);
      const node = element ? idOf(element) : -1;
      if (node >= 1) found(nonce, node);
    },
    { capture: true, signal },
  );
}

/** The `<iframe>` with that window in it, anywhere in what one recorder reaches: shadow roots, frames of the same origin. */
function frameWith(
  source: MessageEventSource,
  root: Document | ShadowRoot,
  shadowOf: HearFramesDeps['shadowOf'],
): Element | null {
  const roots: (Document | ShadowRoot)[] = [root];
  for (let next = roots.pop(); next; next = roots.pop()) {
    for (const element of next.querySelectorAll('*')) {
      const shadow = shadowOf(element);
      if (shadow) roots.push(shadow);
      if (element.localName !== 'iframe') continue;
      if ((element as HTMLIFrameElement).contentWindow === source) return element;
      const inner = frameDocument(element);
      if (inner) roots.push(inner);
    }
  }
  return null;
}
