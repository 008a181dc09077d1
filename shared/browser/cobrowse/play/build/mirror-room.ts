import { ownStyleIn } from './own-style.ts';

/** A gutter is as wide as the host's own scroll bars, or as the page's rules want them; else as is said. */
const gutter = ':where(html) { scrollbar-gutter: stable; }';
const forced = (bar: number) => `html::-webkit-scrollbar { width: ${bar}px !important; }`;
const ways = (bar: number): readonly (readonly string[])[] => (bar > 0 ? [[gutter], [gutter, forced(bar)]] : []);

const added = new WeakMap<CSSStyleSheet, number>();

/**
 * Makes the mirror's window as wide as the customer's with its scroll bar, which `vw` and media queries count,
 * while the page is laid out in `width`, as there. The bar's place lies beyond what is seen. Where the host's
 * browser has no such gutter the window is as wide as the page.
 */
export function fitRoom(frame: HTMLIFrameElement, width: number, bar: number): void {
  const style = frame.contentDocument && ownStyleIn(frame.contentDocument);
  if (!style?.sheet) return;
  for (const rules of ways(bar)) {
    setRules(style.sheet, rules);
    frame.width = String(width + bar);
    if (isLaidOutIn(style, width)) return;
  }
  setRules(style.sheet, []);
  frame.width = String(width);
}

/** Before all others, one by one: a whole sheet anew would have the browser look at the whole page again. */
function setRules(sheet: CSSStyleSheet, rules: readonly string[]): void {
  for (let left = added.get(sheet) ?? 0; left > 0; left -= 1) sheet.deleteRule(0);
  for (const rule of rules) sheet.insertRule(rule);
  added.set(sheet, rules.length);
}

const asWide = ['display: block', 'position: fixed', 'inset: 0 0 auto', 'height: 0', 'visibility: hidden']
  .map((one) => `${one} !important`)
  .join(';');

/** The one element of ours in the document is as wide as its page for a moment. */
function isLaidOutIn(probe: HTMLElement, width: number): boolean {
  probe.setAttribute('style', asWide);
  const box = probe.getBoundingClientRect();
  probe.removeAttribute('style');
  return box.left === 0 && Math.abs(box.width - width) < 0.5;
}
