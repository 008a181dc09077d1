/** Between the steps of a place: into the shadow root or the frame of what the step before names. */
const into = ' >>> ';

type Root = Document | ShadowRoot;

/** The same element of the same page by the same words, after a reload too. What lies around `top` is not looked at. */
export function placeOf(element: Element, top: Document): string {
  const steps: string[] = [];
  for (let at: Element | null = element; at; at = outside(at, top)) steps.unshift(stepOf(at));
  return steps.join(into);
}

export const stepsOf = (place: string): string[] => place.split(into);

/** What is at that place now; nothing for words that are none. */
export function elementsAt(place: string, doc: Document): Element[] {
  let roots: Root[] = [doc];
  let found: Element[] = [];
  for (const step of stepsOf(place)) {
    found = roots.flatMap((root) => queryAll(root, step));
    roots = found.flatMap((element) => inside(element) ?? []);
  }
  return found;
}

/** Whether the element is at that place. */
export function isAt(element: Element, steps: readonly string[], top: Document): boolean {
  const last = steps.at(-1);
  if (last === undefined || !matches(element, last)) return false;
  const around = outside(element, top);
  return steps.length === 1 ? around === null : around !== null && isAt(around, steps.slice(0, -1), top);
}

/** The element whose shadow root or frame this one is in; null in the document itself. */
function outside(element: Element, top: Document): Element | null {
  const root = element.getRootNode();
  if (root === top) return null;
  if ('host' in root) return (root as ShadowRoot).host;
  try {
    return element.ownerDocument.defaultView?.frameElement ?? null;
  } catch {
    return null;
  }
}

function inside(element: Element): Root | null {
  if (element.shadowRoot) return element.shadowRoot;
  return element.localName === 'iframe' ? (element as HTMLIFrameElement).contentDocument : null;
}

/** From the nearest element with a name of its own down, by the order of siblings. */
function stepOf(element: Element): string {
  const root = element.getRootNode() as Root;
  const parts: string[] = [];
  for (let at: Element | null = element; at; at = at.parentElement) {
    const name = ownName(at, root);
    parts.unshift(name ?? inOrder(at));
    if (name !== null) break;
  }
  return parts.join(' > ');
}

/** Ids made by machines are others next time. */
const lasting = /^[A-Za-z][A-Za-z_-]*\d{0,2}$/;

function ownName(element: Element, root: Root): string | null {
  const { id } = element;
  if (!lasting.test(id)) return null;
  const selector = `#${CSS.escape(id)}`;
  return queryAll(root, selector).length === 1 ? selector : null;
}

function inOrder(element: Element): string {
  const { localName } = element;
  let order = 1;
  for (let before = element.previousElementSibling; before; before = before.previousElementSibling) {
    if (before.localName === localName) order += 1;
  }
  return `${CSS.escape(localName)}:nth-of-type(${order})`;
}

function queryAll(root: Root, selector: string): Element[] {
  try {
    return [...root.querySelectorAll(selector)];
  } catch {
    return [];
  }
}

function matches(element: Element, selector: string): boolean {
  try {
    return element.matches(selector);
  } catch {
    return false;
  }
}
