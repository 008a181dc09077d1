import { safeUrl } from './safe-url.ts';

/** An escape that hides a letter, `@` or `(`, as in `u\72l(`; escapes of other characters mean something. */
const escapedLetter = /\\(?:0{0,4}([46][1-9a-f]|[57][0-9a]|28|40)(?![0-9a-f])\s?|([g-z]))/gi;
const url = /url\(\s*(?:"([^"]*)"?|'([^']*)'?|([^)"'\s]*))[^)]*\)?/gi;
const imports = /@import\b[^;{}]*;?/gi;
/** Functions that take an address as a plain string, with one level of brackets inside. */
const stringUrls =
  /(?:-webkit-)?\b(?:image-set|src|cross-fade)\s*\((?:[^()"']|"[^"]*"?|'[^']*'?|\((?:[^()"']|"[^"]*"|'[^']*')*\))*\)?/gi;

/** What must be in no clean sheet, however it got there. */
const residue = /url\((?!\s*["']?(?:data:|#))|@import|image-set\s*\(|\bsrc\s*\(/i;

function unescapeLetters(css: string): string {
  return css.replace(escapedLetter, (all, hex: string | undefined, letter: string | undefined) => {
    if (letter) return letter;
    const char = String.fromCharCode(Number.parseInt(hex ?? '', 16));
    return /[a-z@(]/i.test(char) ? char : all;
  });
}

/** A style sheet or a value of one, without anything that fetches. Sheets without `url`, `@import` and the like stay as they are. */
export function safeCss(css: string): string {
  const plain = css.includes('\\') ? unescapeLetters(css) : css;
  if (!/url\(|@import|image-set|src\s*\(|cross-fade/i.test(plain)) return css;
  const clean = plain
    .replace(imports, '')
    .replace(stringUrls, 'none')
    .replace(url, (_all, double?: string, single?: string, bare?: string) => {
      const address = double ?? single ?? bare ?? '';
      const asset = /^asset:([1-9]\d{0,6})$/.exec(address)?.[1];
      // A picture of nothing that says which it will be; see assets/css-refs.ts.
      if (asset) return `url("data:,#asset-${asset}")`;
      const safe = safeUrl(address);
      return safe === null ? 'url("data:,")' : `url("${safe.replace(/["\\\n]/g, encodeURIComponent)}")`;
    });
  return residue.test(clean) ? '' : clean;
}
