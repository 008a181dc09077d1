import {
  EventType,
  IncrementalSource,
  type eventWithTime,
  type incrementalData,
  type serializedNodeWithId,
  type styleDeclarationData,
  type styleSheetRuleData,
} from '@rrweb/types';
import { hasRefs } from './css-refs.ts';
import { namesAsset } from './asset-attributes.ts';

/** What of an event names assets, by node; pure, so that nodes without any cost one look. */
export interface Touched {
  /** Elements whose attributes name one, and canvases that may have lost their picture. */
  elements: Set<number>;
  /** Elements whose `style` attribute does. */
  styled: Set<number>;
  /** Elements whose `style` attribute is another. */
  restyled: Set<number>;
  /** `<style>` elements, or texts in them, whose rules do. */
  sheets: Set<number>;
  /** Documents and shadow hosts whose adopted sheets may. */
  adopted: Set<number>;
  /** Of a sheet that is known to have some: the rules that are new or changed, by number. Null: all of them. */
  rules: ({ id: number | null } & RuleRange) | null;
}

const isCss = (value: unknown): value is string => typeof value === 'string' && hasRefs(value);
const namedIn = (value: unknown): boolean => isCss(JSON.stringify(value));

export function touchedBy(event: eventWithTime): Touched {
  const touched: Touched = {
    elements: new Set(),
    styled: new Set(),
    restyled: new Set(),
    sheets: new Set(),
    adopted: new Set(),
    rules: null,
  };
  if (event.type === EventType.FullSnapshot) tree(event.data.node, touched);
  if (event.type !== EventType.IncrementalSnapshot) return touched;
  const { data } = event;
  if (data.source === IncrementalSource.Mutation) {
    for (const { node } of data.adds) tree(node, touched);
    for (const { id, attributes } of data.attributes) {
      attributesOf(id, attributes, touched);
      if ('style' in attributes) touched.restyled.add(id);
    }
    for (const { id, value } of data.texts) if (isCss(value)) touched.sheets.add(id);
  } else if (data.source === IncrementalSource.AdoptedStyleSheet) {
    touched.adopted.add(data.id);
  } else if (isRules(data) && namedIn(data)) {
    touched.rules = { id: data.id ?? null, ...rulesOf(data) };
  }
  return touched;
}

type RuleData = styleSheetRuleData | styleDeclarationData;
const isRules = (data: incrementalData): data is RuleData =>
  data.source === IncrementalSource.StyleSheetRule || data.source === IncrementalSource.StyleDeclaration;

/** `count` of them, somewhere from `from` to before `to`; the end of the sheet may be nearer than that. */
export interface RuleRange {
  from: number;
  to: number;
  count: number;
}
const all: RuleRange = { from: 0, to: Infinity, count: 0 };

export function rulesIn(sheet: CSSStyleSheet | null, { from, to, count }: RuleRange): CSSRule[] {
  const rules = [...(sheet?.cssRules ?? [])];
  return rules.slice(Math.max(0, Math.min(from, rules.length - count)), to);
}

/** A sheet comes rule by rule, and is not gone through from the beginning each time. */
function rulesOf(data: RuleData): RuleRange {
  if (data.source === IncrementalSource.StyleDeclaration) {
    const [at] = data.index;
    return at === undefined ? all : { from: at, to: at + 1, count: 1 };
  }
  const places = (data.adds ?? []).map(({ index }) => (typeof index === 'number' ? index : index?.[0]));
  const known = places.filter((place) => place !== undefined);
  if (data.replaceSync !== undefined || known.length < places.length || known.length === 0) return all;
  return { from: Math.min(...known), to: Math.max(...known) + places.length, count: places.length };
}

function tree(root: serializedNodeWithId, touched: Touched) {
  const stack: serializedNodeWithId[] = [root];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if ('attributes' in node) attributesOf(node.id, node.attributes, touched);
    if ('tagName' in node && node.tagName === 'canvas') touched.elements.add(node.id);
    if ('textContent' in node && isCss(node.textContent)) touched.sheets.add(node.id);
    if ('childNodes' in node) for (const child of node.childNodes) stack.push(child);
  }
}

function attributesOf(id: number, attributes: Record<string, unknown>, touched: Touched) {
  for (const name in attributes) {
    // A canvas that gets another size is empty.
    if (namesAsset(name) || name === 'width' || name === 'height') touched.elements.add(id);
  }
  if (attributes['style'] && namedIn(attributes['style'])) touched.styled.add(id);
  if (isCss(attributes['_cssText'])) touched.sheets.add(id);
}
