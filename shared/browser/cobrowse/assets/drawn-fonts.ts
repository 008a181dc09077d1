import { rewriteCssAddresses } from './css-addresses.ts';
import { faceOf, loadedFaces } from './font-face.ts';

/**
 * Addresses of the faces that the page draws with, by the sheets that scripts may read. Only where a face has one
 * source: of several nobody says which it was.
 */
export function drawnFonts(doc: Document): Set<string> {
  const urls = new Set<string>();
  const isLoaded = loadedFaces(doc);
  for (const { css, base } of faceRules(doc)) {
    if (!isLoaded(faceOf(css)) || /\blocal\(/i.test(css)) continue;
    const sources: string[] = [];
    rewriteCssAddresses(css, base, (url) => {
      sources.push(url);
      return null;
    });
    const [only] = sources;
    if (only && sources.length === 1) urls.add(only);
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
