import { isToldBroken } from './broken-picture.ts';
import type { NodeRegistry } from './node-registry.ts';

/** Which elements are what only one can be. */
export interface Attention {
  /** The innermost element with focus, through frames and shadow roots. */
  readonly focused: Element | null;
  /** The innermost element under the pointer that moved last, the customer's or the host's. */
  readonly hovered: Element | null;
}

export interface States {
  readonly attention: Attention;
  /** Looks where the focus is: once a batch, as each element is compared with it. */
  look(anew?: boolean): void;
  listen(root: Document | ShadowRoot, signal: AbortSignal): void;
}

interface Deps {
  registry: NodeRegistry;
  doc: Document;
  /** This state of the element may have changed. */
  touch(element: Element, attribute: string): void;
}

const media = ['play', 'pause', 'ended', 'emptied'] as const;

/** Hears of states that no mutation tells of: focus, the pointer over an element, popovers, media, pictures that fail. */
export function createStates({ registry, doc, touch }: Deps): States {
  const attention: { focused: Element | null; hovered: Element | null } = { focused: null, hovered: null };

  const innermost = (event: Event): Element | null => {
    const [target] = event.composedPath();
    return target && 'nodeType' in target && target.nodeType === 1 ? (target as Element) : null;
  };
  const on = (attribute: string) => (event: Event) => {
    const element = innermost(event);
    if (element && registry.isShown(element)) touch(element, attribute);
  };
  function hover(next: Element | null) {
    if (next === attention.hovered) return;
    const before = attention.hovered;
    attention.hovered = next;
    for (const element of [before, next]) if (element && registry.isShown(element)) touch(element, 'data-beside-hover');
  }

  return {
    attention,
    look(anew = false) {
      // The pointer may rest on something since before anybody listened.
      if (anew) attention.hovered = [...doc.querySelectorAll(':hover')].at(-1) ?? null;
      let active = doc.hasFocus() ? doc.activeElement : null;
      for (let inner = innerFocus(active, registry); inner; inner = innerFocus(inner, registry)) active = inner;
      attention.focused = active === doc.body ? null : active;
    },
    listen(root, signal) {
      const options = { capture: true, passive: true, signal };
      const focus = on('data-beside-focus');
      root.addEventListener('focusin', focus, options);
      root.addEventListener('focusout', focus, options);
      root.addEventListener('toggle', on('data-beside-popover'), options);
      const broken = on('data-beside-broken');
      root.addEventListener('error', (event) => isPicture(event.target) && broken(event), options);
      root.addEventListener('load', (event) => isToldBroken(event.target as Element) && broken(event), options);
      for (const type of media) root.addEventListener(type, on('data-beside-media'), options);
      root.addEventListener('pointerover', (event) => hover(innermost(event)), options);
      root.addEventListener('pointerleave', ({ target }) => target === root && hover(null), options);
    },
  };
}

const isPicture = (target: EventTarget | null) => (target as Element | null)?.localName === 'img';

function innerFocus(element: Element | null, registry: NodeRegistry): Element | null {
  if (!element) return null;
  const shadow = registry.shadowOf(element);
  if (shadow) return shadow.activeElement;
  if (element.localName !== 'iframe') return null;
  try {
    const inner = (element as HTMLIFrameElement).contentDocument;
    return inner && inner.activeElement !== inner.body ? inner.activeElement : null;
  } catch {
    return null;
  }
}
