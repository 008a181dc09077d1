import type { PrivacyPolicy, PrivacyRule } from '../../../protocol/privacy-policy.ts';
import { matchesUrlGlob } from '../../../protocol/url-glob.ts';
import { region } from './region.ts';

export interface Rules {
  /** All selectors as one; empty: no rules. */
  selector: string;
  /** For an element that matches `selector`. */
  flagsOf(element: Element): number;
  /** A rule that hides has a selector that cannot be read: then all is masked, for what it meant is not known. */
  broken: boolean;
}

const flags = { mask: region.mask, block: region.block, show: region.show, 'no-control': 0 } as const;

function isSelector(doc: Document, selector: string): boolean {
  try {
    doc.createDocumentFragment().querySelector(selector);
    return true;
  } catch {
    return false;
  }
}

/** The rules of a policy that are in force on a page with this address. */
export function rulesFor(policy: PrivacyPolicy, url: string, doc: Document): Rules {
  const shown = policy.shown.map((selector): PrivacyRule => ({ selector, do: 'show' }));
  const inForce = [...policy.rules, ...shown].filter(
    (rule) => flags[rule.do] !== 0 && (rule.urlGlob === undefined || matchesUrlGlob(rule.urlGlob, url)),
  );
  const valid = inForce.filter(({ selector }) => isSelector(doc, selector));
  return {
    selector: valid.map(({ selector }) => selector).join(','),
    flagsOf: (element) => valid.reduce((all, rule) => (element.matches(rule.selector) ? all | flags[rule.do] : all), 0),
    broken: inForce.some((rule) => rule.do !== 'show' && !valid.includes(rule)),
  };
}

/** Selectors of what no host's input may reach on this page. */
export const noControlRules = (policy: PrivacyPolicy, url: string): string[] =>
  policy.rules
    .filter((rule) => rule.do === 'no-control' && (rule.urlGlob === undefined || matchesUrlGlob(rule.urlGlob, url)))
    .map(({ selector }) => selector);
