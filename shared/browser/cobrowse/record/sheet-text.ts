import { rewriteCssAddresses } from '../assets/css-addresses.ts';
import { wholeNumbers } from './whole-numbers.ts';

/** The text of a sheet as the browser has it now, imported sheets in their place; null when it may not be read. */
export function sheetText(sheet: CSSStyleSheet): string | null {
  try {
    let text = '';
    for (const rule of sheet.cssRules) text += ruleText(rule);
    return text;
  } catch {
    return null;
  }
}

const partChars = 48 * 1024;

/** The same in parts of whole rules, as they are asked for: one can be on its way while the next is read. At least one. */
export function* sheetParts(sheet: CSSStyleSheet): Generator<string, void> {
  let text = '';
  for (const rule of sheet.cssRules) {
    text += ruleTextOrNone(rule);
    if (text.length < partChars) continue;
    yield text;
    text = '';
  }
  yield text;
}

/** A page may have made its rules' own properties odd: that costs the rule. */
function ruleTextOrNone(rule: CSSRule): string {
  try {
    return ruleText(rule);
  } catch {
    return '';
  }
}

/** Scripts of this page may ask what is in it. */
export function isReadable(sheet: CSSStyleSheet): boolean {
  try {
    return sheet.cssRules.length >= 0;
  } catch {
    return false;
  }
}

function ruleText(rule: CSSRule): string {
  if ('styleSheet' in rule) {
    const imported = (rule as CSSImportRule).styleSheet;
    const inner = imported ? sheetText(imported) : null;
    if (inner === null) return '';
    // Its addresses are relative to itself, not to what it is imported into.
    const text = rewriteCssAddresses(inner, imported?.href ?? '', (url) => url);
    const { mediaText } = (rule as CSSImportRule).media;
    return mediaText === '' ? text : `@media ${mediaText}{${text}}`;
  }
  const text = wholeNumbers(rule.cssText);
  // Chromium writes the prefixed property without its prefix, and then does not read it.
  if (!text.includes('background-clip: text')) return text;
  return text.replace(/([{;]\s*)background-clip:\s*text;/g, '$1-webkit-background-clip:text;background-clip:text;');
}

/** What of a constructed sheet is in force: it has no element to say when it is. */
export function adoptedRules(sheet: CSSStyleSheet): string[] {
  if (sheet.disabled) return [];
  const { mediaText } = sheet.media;
  const rules = [...sheet.cssRules].map(ruleText);
  return mediaText === '' ? rules : rules.map((rule) => `@media ${mediaText}{${rule}}`);
}

/** For which media the sheet of an element is: scripts may have said so to the sheet itself. */
export function mediaOf(element: HTMLStyleElement | HTMLLinkElement | SVGStyleElement): string | null {
  return element.sheet?.media.mediaText || element.getAttribute('media');
}

/**
 * The text of a `<style>`: as written where that is what is in force, else what its rules say. Written text
 * is exact, while browsers lose some of it when they write rules out (shorthands with variables).
 */
export function styleElementText(style: HTMLStyleElement | SVGStyleElement): string {
  const { sheet } = style;
  const written = style.textContent ?? '';
  if (!sheet) return written;
  // Switched off by a script, it says nothing; what the element says stays as it is.
  if (sheet.disabled) return '';
  const isAsWritten =
    written.trim() !== '' && !changedByScript.has(sheet) && !/@import/i.test(written) && sameCount(sheet, written);
  return isAsWritten ? written : (sheetText(sheet) ?? written);
}

/** Sheets whose rules a script has touched while we watched. */
export const changedByScript = new WeakSet<StyleSheet>();

/** Scripts may have put rules in before we came. */
function sameCount(sheet: CSSStyleSheet, written: string): boolean {
  try {
    const fresh = new CSSStyleSheet();
    fresh.replaceSync(written);
    return fresh.cssRules.length === sheet.cssRules.length;
  } catch {
    return true;
  }
}
