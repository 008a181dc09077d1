import type { AssetKind } from '../../../protocol/asset.ts';

const face = /@font-face\s*\{[^{}]*\}/gi;
const url = /url\(\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|((?:[^)"'\\\s]|\\.)*))\s*\)/gi;
const escaped = /\\(?:([0-9a-f]{1,6})\s?|([^\n]))/gi;

/**
 * A style sheet in which each `url()` is what `asset` makes of the address, or empty. What is not in the form
 * that browsers serialise to is left to the sanitiser, which lets no address through.
 */
export function rewriteCssAddresses(
  css: string,
  base: string,
  /** `rule`: of a font, the whole `@font-face`. */
  asset: (url: string, kind: AssetKind, rule: string) => string | null,
): string {
  if (!/url\(/i.test(css)) return css;
  const rewrite = (part: string, kind: AssetKind) =>
    part.replace(url, (whole, double?: string, single?: string, bare?: string) => {
      const address = plain(double ?? single ?? bare ?? '').trim();
      // A part of the page itself, or nothing at all.
      if (address === '' || address.startsWith('#')) return whole;
      const made = URL.canParse(address, base) ? asset(new URL(address, base).href, kind, part) : null;
      return `url("${(made ?? '').replace(/["\\\n]/g, encodeURIComponent)}")`;
    });
  let made = '';
  let end = 0;
  for (const { 0: text, index } of css.matchAll(face)) {
    made += rewrite(css.slice(end, index), 'image') + rewrite(text, 'font');
    end = index + text.length;
  }
  return made + rewrite(css.slice(end), 'image');
}

const plain = (text: string) =>
  text.replace(escaped, (_all, hex: string | undefined, char: string | undefined) =>
    hex ? String.fromCodePoint(Math.min(0x10ffff, Number.parseInt(hex, 16))) : (char ?? ''),
  );
