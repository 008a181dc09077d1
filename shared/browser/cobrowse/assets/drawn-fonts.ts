import { rewriteCssAddresses } from './css-addresses.ts';
import { faceOf, isFaceLoaded } from './font-face.ts';

/** Addresses of the faces that the page draws with, by the sheets that scripts may read. */
export function drawnFonts(doc: Document): string[] {
  const urls: string[] = [];
  const note = (url: string) => {
    urls.push(url);
    return null;
  };
  for (const { css, base } of faceRules(doc)) {
    if (isFaceLoaded(doc, faceOf(css))) rewriteCssAddresses(css, base, note);
  }
  return urls;
}

function* faceRules(doc: Document): Generator<{ css: string; base: string }> {
  for (const sheet of doc.styleSheets) {
    for (const rule of rulesOf(sheet)) {
      if (rule instanceof CSSFontFaceRule) yield { css: rule.cssText, base: sheet.href ?? doc.baseURI };
    }
  }
}

function rulesOf(sheet: CSSStyleSheet): readonly CSSRule[] {
  try {
    return [...sheet.cssRules];
  } catch {
    // Of another origin: its fonts are asked for by name (page.asset-ask).
    return [];
  }
}
