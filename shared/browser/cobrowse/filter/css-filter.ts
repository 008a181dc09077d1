import { cssString, unescapeCss } from './css-strings.ts';
import { isPlain } from './plain-word.ts';
import type { Names } from './names.ts';

export interface CssFilterDeps {
  names: Names;
  /** Words that are drawn. */
  drawn(text: string): string;
  /** What must not be seen, not even where nothing is drawn. */
  hidden(text: string): boolean;
  /** The name of a state (`:state(…)`) as it leaves. */
  state(name: string): string;
  /** The value of an attribute as it leaves, for selectors to find it by. */
  attributeValue(name: string, value: string): string;
  /** An address that is fetched, already absolute where it can be: what takes its place, null for nothing. */
  asset(url: string, kind: 'image' | 'font', base: string | undefined): string | null;
  /** Characters of one sheet; the rest is cut off. */
  most: number;
}

/** `base`: what relative addresses are relative to; `before`: characters of the same sheet that were asked for already. */
export type CssFilter = (text: string, base?: string, before?: number) => string;

const string = String.raw`"(?:[^"\\\n]|\\[\s\S])*"?|'(?:[^'\\\n]|\\[\s\S])*'?`;
const ident = String.raw`-{0,2}(?:[_a-zA-Z\u0080-\uffff]|\\[\s\S])(?:[\w\u0080-\uffff-]|\\[\s\S])*`;
const url = String.raw`url\(\s*(?:${string}|(?:[^)"'\\]|\\[\s\S])*)\s*\)?`;
/** Up to the end of a declaration. */
const value = String.raw`(?:${url}|[^;{}"'\\]|\\[\s\S]|${string})*`;
const drawnProperties =
  'content|quotes|list-style|list-style-type|prefix|suffix|symbols|additive-symbols|text-overflow|hyphenate-character|text-emphasis|text-emphasis-style|string-set';

/** A block of declarations in which none of the others can be: most of a sheet, and gone through in one go. */
const idle = String.raw`[\w\s:;,%!+*]*`;
const idleBlock = String.raw`\{${idle}(?:(?:-(?!-)|\.(?=\d)|#(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})(?![\w-]))${idle})*\}`;

/** What there is to look at, and how each looks. */
const kinds = {
  comment: String.raw`\/\*[\s\S]*?(?:\*\/|$)`,
  drop: String.raw`@(?:import|charset|namespace)\b(?:${url}|[^;"']|${string})*;?`,
  custom: String.raw`(?<![\w-])--[\w-]+\s*:${value}`,
  drawn: String.raw`(?<![\w-])(?:${drawnProperties})\s*:${value}`,
  url,
  attribute: String.raw`\[\s*[\w-]+\s*[~|^$*]?=\s*(?:${string}|[\w-]+)\s*[is]?\s*\]`,
  string,
  name: String.raw`[.#]${ident}`,
  state: String.raw`:state\(\s*${ident}\s*\)`,
  variable: String.raw`(?<![\w-])--[\w-]+`,
};
const kindNames = Object.keys(kinds) as (keyof typeof kinds)[];
/** Each alternative begins with other characters than the rest, and none can fail late: one pass, linear. */
const token = new RegExp([idleBlock, ...Object.values(kinds).map((kind) => `(${kind})`)].join('|'), 'gi');
/** Without any of these there is nothing to look at. */
const interesting = /["'[@#]|url\(|--|\/\*|\.-?[_a-z\\\u0080-\uffff]|content\s*:|:state\(/i;
const drawnParts = new RegExp(`(${url})|(${string})|--[\\w-]+`, 'gi');
const colour = /^#(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/i;
const attributeParts = /^\[\s*([\w-]+)\s*([~|^$*]?=)\s*([\s\S]*?)\s*([is]?)\s*\]$/i;
/** An icon of an icon font, a bullet, a quotation mark. */
const glyph = /^(?:[^\p{L}\p{N}]{0,3}|\p{Co})$/u;

/** Characters before a place that say what it is part of. */
const nearby = 2_000;

const unquote = (text: string) => unescapeCss(/^["']/.test(text) ? text.slice(1).replace(/["']$/, '') : text);

/** A string of `image-set("a.png" 1x)` is an address. */
function isInImageSet(whole: string, at: number): boolean {
  const before = whole.slice(Math.max(0, at - nearby), at).toLowerCase();
  const from = before.lastIndexOf('image-set(');
  if (from < 0 || /type\(\s*$/.test(before)) return false;
  const within = before.slice(from).replace(/"[^"]*"|'[^']*'/g, '');
  let depth = 0;
  for (const bracket of within.match(/[()]/g) ?? []) {
    depth += bracket === '(' ? 1 : -1;
    if (depth === 0) return false;
  }
  return true;
}

/**
 * Style sheets, rules, declarations, values. Goes through the text once and lets pass what is plain CSS;
 * comments, imports, custom properties that hold strings and addresses that are not assets go.
 */
export function createCssFilter({
  names,
  drawn,
  hidden,
  state,
  attributeValue,
  asset,
  most,
}: CssFilterDeps): CssFilter {
  const drawnString = (text: string) => {
    const said = unquote(text);
    const kept = glyph.test(said) ? said : drawn(said);
    return kept === said ? text : cssString(kept);
  };
  const otherString = (text: string) => {
    const said = unquote(text);
    return isPlain(said) && !hidden(said) ? text : cssString(names.name(said));
  };
  const variable = (text: string) => {
    const kept = names.name(text.slice(2));
    return kept === text.slice(2) ? text : `--${kept}`;
  };

  return function css(text: string, base?: string, before = 0): string {
    const room = Math.max(0, most - before);
    const cut = text.length > room ? text.slice(0, room) : text;
    if (!interesting.test(cut)) return cut;
    const hasImageSets = /image-set\(/i.test(cut);

    function address(all: string, whole: string, at: number): string {
      const inner = unquote(all.replace(/^url\(\s*/i, '').replace(/\s*\)?$/, ''));
      if (inner.startsWith('#')) return `url("#${names.name(inner.slice(1))}")`;
      const before = whole.slice(Math.max(0, at - nearby), at).toLowerCase();
      const isFont = before.lastIndexOf('@font-face') > before.lastIndexOf('}');
      return `url("${asset(inner, isFont ? 'font' : 'image', base) ?? 'data:,'}")`;
    }
    function attribute(all: string): string {
      const [, name = '', operator = '', raw = '', flag = ''] = attributeParts.exec(all) ?? [];
      const said = unquote(raw);
      const kept = attributeValue(name.toLowerCase(), said);
      return kept === said ? all : `[${name}${operator}${cssString(kept)}${flag && ` ${flag}`}]`;
    }
    function custom(all: string): string {
      const colon = all.indexOf(':');
      const said = all.slice(colon + 1);
      // Page scripts keep data there, which no rule draws.
      if (/["']/.test(said.replace(/url\([^)]*\)?/gi, '')) || /(?<![\w-])--[\w-]+\s*:/.test(said)) return '';
      const words = said.match(/(?<![\w#.-])[a-z_][\w-]*/gi) ?? [];
      if (!/url\(/i.test(said) && !words.every((word) => isPlain(word) || /^\d?e\d/i.test(word))) return '';
      return variable(all.slice(0, colon).trim()) + ':' + replace(said);
    }
    /** While one text is gone through, nothing is learnt that would make another answer of a name. */
    const named = new Map<string, string>();
    function name(all: string): string {
      let made = named.get(all);
      if (made === undefined) named.set(all, (made = nameAnew(all)));
      return made;
    }
    function nameAnew(all: string): string {
      if (colour.test(all)) return all;
      const said = unescapeCss(all.slice(1));
      const kept = names.ruled(said);
      return kept === said ? all : all.charAt(0) + kept;
    }

    function replace(part: string): string {
      return part.replace(token, (all: string, ...found: (string | number | undefined)[]) => {
        // Most of a sheet; its code has never run when it has to be quick.
        const begins = all.charAt(0);
        if (begins === '{') return all;
        if (begins === '.' || begins === '#') return name(all);
        const at = found[kindNames.length] as number;
        const kind = kindNames[found.findIndex((group) => group !== undefined)];
        if (kind === undefined) return all;
        switch (kind) {
          case 'comment':
            return '/**/';
          case 'drop':
            return '';
          case 'url':
            return address(all, part, at);
          case 'custom':
            return custom(all);
          case 'drawn': {
            const colon = all.indexOf(':') + 1;
            return all.slice(0, colon) + drawnValue(all.slice(colon));
          }
          case 'attribute':
            return attribute(all);
          case 'string':
            return hasImageSets && isInImageSet(part, at) ? address(all, part, at) : otherString(all);
          case 'name':
            return name(all);
          case 'state':
            return `:state(${state(unescapeCss(all.slice(7, -1).trim()))})`;
          case 'variable':
            return variable(all);
        }
      });
    }
    const drawnValue = (part: string) =>
      part.replace(drawnParts, (all: string, isUrl?: string, isString?: string) =>
        isUrl !== undefined ? address(all, part, 0) : isString !== undefined ? drawnString(all) : variable(all),
      );
    return replace(cut);
  };
}
