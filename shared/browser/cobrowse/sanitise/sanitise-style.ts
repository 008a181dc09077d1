import { IncrementalSource, type styleSheetAddRule } from '@rrweb/types';
import type * as v from 'valibot';
import { safeCss } from './css/safe-css.ts';
import type { incrementalSchema } from './event-schema.ts';
import { incremental, type Piece, pieceCost, ruleCost } from './pieces.ts';
import type { TreeNode } from './mirror-tree.ts';
import type { Mirror } from './sanitise-node.ts';

type Incremental = v.InferOutput<typeof incrementalSchema>;
type Rule = { rule: string; index?: number | number[] | undefined };
type SheetIds = { id?: number | undefined; styleId?: number | undefined };

/** Constructed sheets that the player knows, and who has adopted which. */
export interface KnownSheets {
  ids: Set<number>;
  adopted: WeakMap<TreeNode, number[]>;
}

export const createKnownSheets = (): KnownSheets => ({ ids: new Set(), adopted: new WeakMap() });

/** The sheet that is meant, when the player has it. */
function sheetOf({ id, styleId }: SheetIds, { tree }: Mirror, sheets: KnownSheets) {
  if (styleId !== undefined) return sheets.ids.has(styleId) ? { styleId } : null;
  return id !== undefined && tree.get(id)?.tag === 'style' ? { id } : null;
}

function* rulePieces(
  rules: readonly Rule[],
  { budget }: Mirror,
): Generator<{ adds: styleSheetAddRule[]; cost: number }> {
  let adds: styleSheetAddRule[] = [];
  let cost = 0;
  for (const { rule, index } of rules) {
    const text = safeCss(budget.style(rule));
    adds.push({ rule: text, ...(index !== undefined && { index }) });
    cost += ruleCost + text.length / 200;
    if (cost < pieceCost) continue;
    yield { adds, cost };
    adds = [];
    cost = 0;
  }
  if (adds.length > 0) yield { adds, cost };
}

/** Changes of sheets and of what is adopted, in pieces. */
export function* sanitiseStyle(
  data: Extract<Incremental, { source: 8 | 13 | 15 }>,
  timestamp: number,
  mirror: Mirror,
  sheets: KnownSheets,
): Generator<Piece, void> {
  const { tree, budget } = mirror;
  if (data.source === 15) {
    const target = tree.get(data.id);
    if (!target || (target.kind !== 'document' && !target.host)) return;
    for (const { styleId, rules } of data.styles ?? []) {
      if (!budget.adopted()) return;
      sheets.ids.add(styleId);
      const source = IncrementalSource.AdoptedStyleSheet;
      // The player makes a sheet when it first hears of it; until it has its rules, all stays as it was.
      const styleIds = sheets.adopted.get(target) ?? [];
      yield incremental({ source, id: data.id, styleIds, styles: [{ styleId, rules: [] }] }, timestamp);
      for (const { adds, cost } of rulePieces(rules, mirror)) {
        yield incremental({ source: IncrementalSource.StyleSheetRule, styleId, adds }, timestamp, cost);
      }
    }
    const styleIds = data.styleIds.filter((id) => sheets.ids.has(id));
    sheets.adopted.set(target, styleIds);
    yield incremental({ source: IncrementalSource.AdoptedStyleSheet, id: data.id, styleIds }, timestamp, 5);
    return;
  }
  const target = sheetOf(data, mirror, sheets);
  if (!target) return;
  if (data.source === 8) {
    const source = IncrementalSource.StyleSheetRule;
    for (const { adds, cost } of rulePieces(data.adds ?? [], mirror)) {
      yield incremental({ source, ...target, adds }, timestamp, cost);
    }
    const { removes = [] } = data;
    const atOnce = pieceCost / ruleCost;
    for (let at = 0; at < removes.length; at += atOnce) {
      yield incremental({ source, ...target, removes: removes.slice(at, at + atOnce) }, timestamp, pieceCost);
    }
    const text = data.replaceSync ?? data.replace;
    if (text === undefined) return;
    const replaceSync = safeCss(budget.style(text));
    yield incremental({ source, ...target, replaceSync }, timestamp, ruleCost + replaceSync.length / 200);
    return;
  }
  const { set, remove, index } = data;
  yield incremental(
    {
      source: IncrementalSource.StyleDeclaration,
      ...target,
      index,
      ...(set && {
        set: {
          property: set.property,
          value: set.value === null ? null : safeCss(budget.style(set.value), { property: set.property.toLowerCase() }),
          priority: set.priority === 'important' ? 'important' : undefined,
        },
      }),
      ...(remove && { remove }),
    },
    timestamp,
    2,
  );
}
