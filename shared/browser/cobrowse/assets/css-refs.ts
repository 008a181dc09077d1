/** How the sanitiser leaves `url("asset:N")` in style: a picture of nothing, that says which it will be. */
const ref = /data:,#asset-(\d{1,7})/g;

export const hasRefs = (css: string): boolean => css.includes('#asset-');

export function refsIn(css: string): number[] {
  return [...css.matchAll(ref)].map(([, number]) => Number(number));
}

/** With the addresses that are known by now; the others stay. */
const fill = (css: string, address: (asset: number) => string | null): string =>
  css.replace(ref, (whole, number: string) => address(Number(number)) ?? whole);

/** One place in a style sheet, or a `style` attribute. */
export interface StylePlace {
  read(): string;
  /** Still where it was: sheets are replaced, elements go. */
  write(css: string): void;
}

/**
 * The places that name assets. Each rule is its own place, so that one picture that comes late costs one rule and
 * not the whole sheet.
 */
export function placesIn(rules: Iterable<CSSRule>, into: StylePlace[] = []): StylePlace[] {
  for (const rule of rules) {
    if (isFace(rule)) {
      if (hasRefs(rule.cssText)) into.push(facePlace(rule));
      continue;
    }
    if (hasStyle(rule) && hasRefs(rule.style.cssText)) into.push(stylePlace(rule.style));
    if (hasRules(rule)) placesIn(rule.cssRules, into);
  }
  return into;
}

export const stylePlace = (style: CSSStyleDeclaration): StylePlace => ({
  read: () => style.cssText,
  write(css) {
    style.cssText = css;
  },
});

/** Browsers do not load a face anew when it is changed, so another takes its place. */
function facePlace(rule: CSSRule): StylePlace {
  let now = rule;
  return {
    read: () => now.cssText,
    write(css) {
      const owner = now.parentRule ?? now.parentStyleSheet;
      if (!owner || !hasRules(owner)) return;
      const at = [...owner.cssRules].indexOf(now);
      if (at < 0) return;
      owner.deleteRule(at);
      owner.insertRule(css, at);
      now = owner.cssRules[at] ?? now;
    },
  };
}

/** Writes what is known; gives the numbers that are still to come. */
export function fillPlace(place: StylePlace, address: (asset: number) => string | null): number[] {
  const before = place.read();
  const after = fill(before, address);
  if (after !== before) place.write(after);
  return refsIn(after);
}

// By what they have: they are of the mirror's realm, in which `instanceof` says no.
interface Grouping {
  cssRules: CSSRuleList;
  deleteRule(at: number): void;
  insertRule(rule: string, at: number): number;
}
const hasRules = (thing: object): thing is Grouping => 'cssRules' in thing && 'insertRule' in thing;
const hasStyle = (rule: object): rule is { style: CSSStyleDeclaration } => 'style' in rule;
const isFace = (rule: CSSRule) => rule.constructor.name === 'CSSFontFaceRule';
