import {
  EventType,
  IncrementalSource,
  type eventWithTime,
  type incrementalData,
  type serializedNodeWithId,
} from '@rrweb/types';
import { hasRefs } from './css-refs.ts';
import { mayNameAsset, namesAsset } from './asset-attributes.ts';

/** What of an event names assets, by node; pure, so that nodes without any cost one look. */
export interface Touched {
  /** Elements whose attributes name one, or held one and do no more. */
  elements: Map<number, string[]>;
  /** Elements whose `style` attribute does. */
  styled: Set<number>;
  /** `<style>` elements, or texts in them, whose rules do. */
  sheets: Set<number>;
  /** Documents and shadow hosts whose adopted sheets may. */
  adopted: Set<number>;
  /** Some adopted sheet, named by the recorder's own number, does. */
  anyAdopted: boolean;
}

const isCss = (value: unknown): value is string => typeof value === 'string' && hasRefs(value);
const namedIn = (value: unknown): boolean => isCss(JSON.stringify(value));

export function touchedBy(event: eventWithTime): Touched {
  const touched: Touched = {
    elements: new Map(),
    styled: new Set(),
    sheets: new Set(),
    adopted: new Set(),
    anyAdopted: false,
  };
  if (event.type === EventType.FullSnapshot) tree(event.data.node, touched);
  if (event.type !== EventType.IncrementalSnapshot) return touched;
  const { data } = event;
  if (data.source === IncrementalSource.Mutation) {
    for (const { node } of data.adds) tree(node, touched);
    for (const { id, attributes } of data.attributes) attributesOf(id, attributes, touched);
    for (const { id, value } of data.texts) if (isCss(value)) touched.sheets.add(id);
  } else if (data.source === IncrementalSource.AdoptedStyleSheet) {
    touched.adopted.add(data.id);
  } else if (isRules(data) && namedIn(data)) {
    if (data.id !== undefined) touched.sheets.add(data.id);
    if (data.styleId !== undefined) touched.anyAdopted = true;
  }
  return touched;
}

const isRules = (data: incrementalData) =>
  data.source === IncrementalSource.StyleSheetRule || data.source === IncrementalSource.StyleDeclaration;

function tree(root: serializedNodeWithId, touched: Touched) {
  const stack: serializedNodeWithId[] = [root];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if ('attributes' in node) attributesOf(node.id, node.attributes, touched);
    if ('textContent' in node && isCss(node.textContent)) touched.sheets.add(node.id);
    if ('childNodes' in node) for (const child of node.childNodes) stack.push(child);
  }
}

function attributesOf(id: number, attributes: Record<string, unknown>, touched: Touched) {
  const names = Object.keys(attributes).filter(
    (name) => namesAsset(name) || mayNameAsset(name) || name === 'width' || name === 'height',
  );
  if (names.length > 0) touched.elements.set(id, names);
  if (attributes['style'] && namedIn(attributes['style'])) touched.styled.add(id);
  if (isCss(attributes['_cssText'])) touched.sheets.add(id);
}
