import type { Area } from './compare.ts';

// These run in the pages themselves: no names from outside their own bodies.

/** Every animation at its end, and no caret that blinks: the same at both sides, whenever one looks. */
export const stillCss = `*, ::before, ::after {
  animation-duration: 1ms !important; animation-delay: 0s !important; animation-iteration-count: 1 !important;
  transition-duration: 0s !important; transition-delay: 0s !important; caret-color: transparent !important;
  scroll-behavior: auto !important }`;

/** True once pictures and fonts are there, or have failed; in a mirror those that stand in for others are not. */
export function isLoaded(doc: Document): boolean {
  const isThere = (image: HTMLImageElement) =>
    image.complete && !(image.hasAttribute('data-beside-asset-src') && image.src.startsWith('data:image/svg'));
  const isDrawn = ({ style }: HTMLCanvasElement) => !style.content.startsWith('url("data:image/svg');
  return (
    doc.fonts.status === 'loaded' &&
    [...doc.querySelectorAll('img')].every(isThere) &&
    [...doc.querySelectorAll('canvas')].every(isDrawn)
  );
}

/** How many faces of fonts the page draws with. */
export function facesLoaded(doc: Document): number {
  return [...doc.fonts].filter(({ status }) => status === 'loaded').length;
}

/** Text that is rendered, spaces made one; fields and what can be edited are left out, for they are masked. */
export function renderedText(doc: Document): string {
  const parts: string[] = [];
  const leftOut = 'script, style, noscript, template, title, textarea, select, datalist, [contenteditable]';
  const visit = (node: Node) => {
    if (node.nodeType === 3) parts.push((node as Text).data);
    if (node.nodeType !== 1 && node.nodeType !== 9 && node.nodeType !== 11) return;
    if (node.nodeType === 1) {
      const element = node as HTMLElement;
      if (element.matches(leftOut) || !element.checkVisibility()) return;
      if (element.shadowRoot) visit(element.shadowRoot);
      if (element.localName === 'iframe') {
        const inner = (element as HTMLIFrameElement).contentDocument;
        // What the player says of a frame that it does not have is not the page's.
        if (inner && inner.documentElement?.dataset['besidePlaceholder'] === undefined) visit(inner);
        return;
      }
    }
    for (const child of node.childNodes) visit(child);
    parts.push(' ');
  };
  visit(doc);
  return parts.join('').replace(/\s+/g, ' ').trim();
}

/** Frames of the internet, which nobody here has: browsers show in them that they are blocked. */
export function foreignFrames(doc: Document): Area[] {
  return [...doc.querySelectorAll('iframe')].flatMap((frame) => {
    const { x, y, width, height } = frame.getBoundingClientRect();
    return frame.contentDocument ? [] : [{ x, y, width, height }];
  });
}

/** What its fields hold: wherever it stands it is masked. */
export function fieldValues(doc: Document): string[] {
  const values: string[] = [];
  for (const field of doc.querySelectorAll<HTMLInputElement>('input, textarea, select')) {
    const { type, value } = field;
    if (value.length >= 4 && !/^(?:submit|button|reset|image|checkbox|radio|hidden)$/.test(type)) values.push(value);
  }
  return values;
}

/** Where something typed is masked by design, and the window's own scroll bars. */
export function leftOutAreas(doc: Document): Area[] {
  const { clientWidth, clientHeight } = doc.documentElement;
  const { innerWidth, innerHeight } = doc.defaultView ?? window;
  const areas: Area[] = [
    { x: clientWidth, y: 0, width: innerWidth - clientWidth, height: innerHeight },
    { x: 0, y: clientHeight, width: innerWidth, height: innerHeight - clientHeight },
  ].filter(({ width, height }) => width > 0 && height > 0 && width < 40 !== height < 40);
  const shown = ['submit', 'button', 'reset', 'image', 'checkbox', 'radio', 'file', 'hidden'];
  const isFilled = (element: Element) => {
    if (element.localName === 'select') return true;
    if (element.localName === 'textarea') return (element as HTMLTextAreaElement).value !== '';
    if (element.localName !== 'input') return element.textContent.trim() !== '';
    const { type, value } = element as HTMLInputElement;
    return !shown.includes(type) && value !== '';
  };
  const isField = 'input, textarea, select, [contenteditable]';
  const values = new Set(
    [...doc.querySelectorAll<HTMLInputElement>(isField)].map(({ value }) => value).filter(Boolean),
  );
  /** Words that are somebody's value elsewhere. */
  const isTold = ({ placeholder }: HTMLInputElement) => Boolean(placeholder) && values.has(placeholder);
  const visit = (root: Document | ShadowRoot, left: number, top: number) => {
    for (const element of root.querySelectorAll('*')) {
      const { x, y, width, height } = element.getBoundingClientRect();
      if (element.matches(isField) && (isFilled(element) || isTold(element as HTMLInputElement))) {
        areas.push({ x: left + x, y: top + y, width, height });
      }
      if (element.shadowRoot) visit(element.shadowRoot, left, top);
      const inner = element.localName === 'iframe' ? (element as HTMLIFrameElement).contentDocument : null;
      if (inner) visit(inner, left + x + element.clientLeft, top + y + element.clientTop);
    }
  };
  visit(doc, 0, 0);
  return areas;
}
