const broken = (look: string) => `:where(img[data-beside-broken="${look}"]:not([src]))`;

/** What browsers draw by themselves and the mirror has to do for them, wherever it may be. */
const everywhere = [
  // The ring around what has the focus; Chromium's stands off from a link.
  ':where([data-beside-focus="visible"]) { outline: auto 1px; outline: auto 1px -webkit-focus-ring-color; }',
  '@supports (outline-color: -webkit-focus-ring-color) { :where(a[href][data-beside-focus="visible"]) { outline-offset: 1px; } }',
  // Where no scripts run, Chromium gives its own controls to each film.
  'video:not([controls])::-webkit-media-controls { display: none !important; }',
  // A box that stands in for what the customer does not show.
  '[data-beside-blocked] { background: repeating-linear-gradient(45deg, #e4e6ea 0 8px, #d5d8de 8px 16px); }',
  // Words in the place of a picture, as the customer's brand of browser sets them where the host's is the other.
  `@supports (-moz-appearance: none) { ${broken('box')} { display: inline-block; width: auto !important; height: auto !important; } }`,
  `@supports not (-moz-appearance: none) { ${broken('words')} { width: auto !important; height: auto !important; margin-block: 0 !important; } }`,
  // It would lag behind.
  '* { scroll-behavior: auto !important; }',
];
/** None of the small system font that Chromium gives to the body of every document of an extension. */
const inDocuments = ['body { font-family: inherit; font-size: inherit; }'];

const styles = new WeakMap<Document, HTMLStyleElement>();
const sheets = new WeakMap<Document, CSSStyleSheet>();

/** The first thing in each document of the mirror, before all of the page's own. */
export function createOwnStyle(doc: Document): HTMLStyleElement {
  const style = doc.createElement('style');
  style.textContent = [...everywhere, ...inDocuments].join('\n');
  styles.set(doc, style);
  return style;
}

export const ownStyleIn = (doc: Document): HTMLStyleElement | null => styles.get(doc) ?? null;

/** For shadow roots. It comes after what is in them, so it is a layer: whatever the page says goes before. */
export function ownSheetIn(doc: Document): CSSStyleSheet[] {
  const realm = doc.defaultView as (Window & typeof globalThis) | null;
  if (!realm) return [];
  const sheet = sheets.get(doc) ?? new realm.CSSStyleSheet();
  if (!sheets.has(doc)) sheet.replaceSync(`@layer { ${everywhere.join('\n')} }`);
  sheets.set(doc, sheet);
  return [sheet];
}
