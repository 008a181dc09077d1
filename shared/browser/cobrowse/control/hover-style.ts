import { handMark as mark, ownSheets } from '../own-parts.ts';

const hover = /:hover(?![\w-])/g;
const rulesAtMost = 20_000;

export interface HoverStyle {
  /** The chain of elements under the host's pointer. */
  hovered(chain: readonly Element[]): void;
  stop(): void;
}

/**
 * No script can make an element match `:hover`. So the page's own hover rules are copied into a sheet of
 * ours, with an attribute in place of `:hover`: same weight, same conditions around them.
 */
export function createHoverStyle(doc: Document = document): HoverStyle {
  let marked: readonly Element[] = [];
  let sheet: CSSStyleSheet | null = null;
  let copied = '';

  function refresh() {
    const sheets = [...doc.styleSheets, ...doc.adoptedStyleSheets.filter((adopted) => adopted !== sheet)];
    // Cheap, and catches all but a rule that is changed in place.
    const key = sheets.map((one) => `${one.disabled}${ruleCount(one)}`).join();
    if (sheet && key === copied) return;
    copied = key;
    const budget = { rules: rulesAtMost };
    const text = sheets.map((one) => (one.disabled ? '' : withMedia(one, hoverRules(one, budget)))).join('\n');
    if (!sheet && text.trim() === '') return;
    if (!sheet) {
      sheet = new CSSStyleSheet();
      ownSheets.add(sheet);
      doc.adoptedStyleSheets = [...doc.adoptedStyleSheets, sheet];
    }
    sheet.replaceSync(text);
  }
  function unmark() {
    for (const element of marked) element.removeAttribute(mark);
    marked = [];
  }

  return {
    hovered(chain) {
      refresh();
      const inside = sheet ? chain.filter((element) => element.ownerDocument === doc) : [];
      for (const element of marked) if (!inside.includes(element)) element.removeAttribute(mark);
      for (const element of inside) if (!element.hasAttribute(mark)) element.setAttribute(mark, '');
      marked = inside;
    },
    stop() {
      unmark();
      doc.adoptedStyleSheets = doc.adoptedStyleSheets.filter((adopted) => adopted !== sheet);
      sheet = null;
    },
  };
}

/** A sheet from elsewhere shows its rules to nobody. */
function rulesOf(holder: { readonly cssRules: CSSRuleList }): readonly CSSRule[] {
  try {
    return [...holder.cssRules];
  } catch {
    return [];
  }
}
const ruleCount = (sheet: CSSStyleSheet) => {
  try {
    return sheet.cssRules.length;
  } catch {
    return -1;
  }
};

function withMedia({ media }: CSSStyleSheet, text: string): string {
  return media.mediaText && text ? `@media ${media.mediaText}{${text}}` : text;
}

function hoverRules(holder: { readonly cssRules: CSSRuleList }, budget: { rules: number }): string {
  let text = '';
  for (const rule of rulesOf(holder)) {
    budget.rules -= 1;
    if (budget.rules < 0) break;
    if ('selectorText' in rule && typeof rule.selectorText === 'string' && rule.selectorText.search(hover) >= 0) {
      text += absolute(rule.cssText.replace(hover, `[${mark}]`), rule.parentStyleSheet?.href);
    } else if ('styleSheet' in rule && rule.styleSheet) {
      text += hoverRules(rule.styleSheet as CSSStyleSheet, budget);
    } else if ('cssRules' in rule) {
      const inner = hoverRules(rule as CSSGroupingRule, budget);
      const head = rule.cssText.slice(0, rule.cssText.indexOf('{'));
      if (inner) text += `${head}{${inner}}`;
    }
  }
  return text;
}

/** Addresses are relative to the sheet that they were written in. */
function absolute(text: string, base: string | null | undefined): string {
  if (!base) return text;
  return text.replace(/url\("([^"]*)"\)/g, (whole, address: string) =>
    URL.canParse(address, base) ? `url("${new URL(address, base).href}")` : whole,
  );
}
