import type { ElementView } from './filter-rule.ts';

const none: ElementView = { tag: '', inputType: '', secret: false, typedInto: false, imageSize: null };
const editable = '[contenteditable]:not([contenteditable="false" i]), textarea';

function imageSize(element: Element): ElementView['imageSize'] {
  if (element.localName !== 'img') return null;
  const { naturalWidth: width, naturalHeight: height } = element as HTMLImageElement;
  return width > 0 && height > 0 ? { width, height } : null;
}

/** The attribute as well as the property: a whole document can be made editable without any (`designMode`). */
const isTypedInto = (element: Element) =>
  element.closest(editable) !== null || ('isContentEditable' in element && element.isContentEditable === true);

export interface LiveElements {
  /** The element with this id, or what little is known when it has gone. */
  element(id: number): ElementView;
  /** The element whose child the node with this id is. */
  parentOf(id: number): ElementView;
}

/**
 * Looks at the page itself, for a mutation says only what changed. Remembers each password and hidden
 * field that it has seen, so that a "show password" switch does not make it an ordinary one.
 */
export function createLiveElements(nodeOf: (id: number) => Node | null): LiveElements {
  const secrets = new WeakSet<Element>();

  function view(element: Element | null): ElementView {
    if (!element) return none;
    const tag = element.localName;
    const inputType = tag === 'input' ? (element as HTMLInputElement).type : '';
    if (inputType === 'password' || inputType === 'hidden') secrets.add(element);
    const secret = secrets.has(element) || element.hasAttribute('data-rr-is-password');
    return { tag, inputType, secret, typedInto: isTypedInto(element), imageSize: imageSize(element), live: element };
  }

  return {
    element(id) {
      const node = nodeOf(id);
      return view(node?.nodeType === 1 ? (node as Element) : null);
    },
    parentOf: (id) => view(nodeOf(id)?.parentElement ?? null),
  };
}
