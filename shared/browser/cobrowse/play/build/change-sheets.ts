import type { adoptedStyleSheetData, styleDeclarationData, styleSheetRuleData } from '@rrweb/types';
import type { NodeIds } from './node-ids.ts';
import { ownSheetIn } from './own-style.ts';

export interface SheetChanger {
  adopt(data: adoptedStyleSheetData): void;
  rules(data: styleSheetRuleData): void;
  declaration(data: styleDeclarationData): void;
}

type Realm = Window & typeof globalThis;
type Rules = Pick<CSSStyleSheet, 'cssRules' | 'insertRule' | 'deleteRule'>;

/** Rules that scripts of the page write, and sheets that have no element. What a browser cannot read is left out. */
export function createSheetChanger(ids: Pick<NodeIds, 'nodeOf'>): SheetChanger {
  const constructed = new Map<number, CSSStyleSheet>();

  function sheetOf({ id, styleId }: { id?: number; styleId?: number }): CSSStyleSheet | null {
    if (styleId !== undefined) return constructed.get(styleId) ?? null;
    const node = id === undefined ? null : ids.nodeOf(id);
    return node && 'sheet' in node ? (node.sheet as CSSStyleSheet | null) : null;
  }

  return {
    adopt({ id, styles = [], styleIds }) {
      const node = ids.nodeOf(id);
      const doc = node?.nodeType === 9 ? (node as Document) : node?.ownerDocument;
      const root = node?.nodeType === 9 ? (node as Document) : (node as Element | null)?.shadowRoot;
      const realm = doc?.defaultView as Realm | null;
      if (!root || !realm) return;
      for (const { styleId, rules } of styles) {
        // A sheet belongs to its document, so each is made there.
        const sheet = new realm.CSSStyleSheet();
        constructed.set(styleId, sheet);
        for (const { rule, index } of rules) insert(sheet, rule, index);
      }
      const adopted = styleIds.flatMap((styleId) => constructed.get(styleId) ?? []);
      root.adoptedStyleSheets = node?.nodeType === 9 ? adopted : [...ownSheetIn(realm.document), ...adopted];
    },
    rules({ adds = [], removes = [], replaceSync, ...which }) {
      const sheet = sheetOf(which);
      if (!sheet) return;
      for (const { rule, index } of adds) insert(sheet, rule, index);
      for (const { index } of removes) {
        const { rules, at } = placeIn(sheet, index);
        attempt(() => rules?.deleteRule(at));
      }
      if (replaceSync !== undefined) attempt(() => sheet.replaceSync(replaceSync));
    },
    declaration({ index, set, remove, ...which }) {
      const sheet = sheetOf(which);
      if (!sheet) return;
      const { rules, at } = placeIn(sheet, index);
      const rule = rules?.cssRules[at];
      if (!rule || !('style' in rule)) return;
      const style = rule.style as CSSStyleDeclaration;
      if (set) style.setProperty(set.property, set.value, set.priority);
      if (remove) style.removeProperty(remove.property);
    },
  };
}

function insert(sheet: CSSStyleSheet, rule: string, index: number | number[] | undefined): void {
  const { rules, at } = placeIn(sheet, index ?? 0);
  attempt(() => rules?.insertRule(rule, Math.min(at, rules.cssRules.length)));
}

/** A rule is named by its place, or by those of all rules that it is in. */
function placeIn(sheet: CSSStyleSheet, index: number | number[]): { rules: Rules | null; at: number } {
  if (typeof index === 'number') return { rules: sheet, at: index };
  let rules: Rules | null = sheet;
  for (const at of index.slice(0, -1)) {
    const rule: CSSRule | undefined = rules?.cssRules[at];
    rules = rule && 'insertRule' in rule ? (rule as unknown as Rules) : null;
  }
  return { rules, at: index.at(-1) ?? 0 };
}

function attempt(work: () => void): void {
  try {
    work();
  } catch {
    // Rules that this browser does not know, and places that there are none of.
  }
}
