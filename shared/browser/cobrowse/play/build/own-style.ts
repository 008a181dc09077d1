/**
 * Before all of the page's own: no smooth scrolling, which would lag behind; and none of the small
 * system font that Chromium gives to the body of every document of an extension.
 */
const rules = [
  'html, * { scroll-behavior: auto !important; }',
  'body { font-family: inherit; font-size: inherit; }',
  // The ring that browsers draw by themselves.
  ':where([data-beside-focus="visible"]) { outline: auto 1px; outline: auto 1px -webkit-focus-ring-color; }',
  ':where(a[href][data-beside-focus="visible"]) { outline-offset: 1px; }',
  // Where no scripts run, Chromium gives its own controls to each film.
  'video:not([controls])::-webkit-media-controls { display: none !important; }',
  // A box that stands in for what the customer does not show.
  '[data-beside-blocked] { background: repeating-linear-gradient(45deg, #e4e6ea 0 8px, #d5d8de 8px 16px); }',
];

const styles = new WeakMap<Document, HTMLStyleElement>();

/** The first thing in each document of the mirror. */
export function createOwnStyle(doc: Document): HTMLStyleElement {
  const style = doc.createElement('style');
  style.textContent = rules.join('\n');
  styles.set(doc, style);
  return style;
}

export const ownStyleIn = (doc: Document): HTMLStyleElement | null => styles.get(doc) ?? null;
