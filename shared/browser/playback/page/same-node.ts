import { childNodesOf, type ModelNode } from './node-list.ts';
import type { LooseStates } from './page-model.ts';

/** One moment of a page. */
export interface PageMoment {
  root: ModelNode | null;
  nodes: ReadonlyMap<number, ModelNode>;
  states: LooseStates;
}

const isFlat = (value: unknown) => typeof value !== 'object' || value === null;
const asText = (value: unknown) => JSON.stringify(value);

/**
 * Whether a node of one moment can be made that of another by changes. Else it has to be made anew, as where nobody can
 * say what was in a field before it was typed in.
 */
export function isSameNode(before: ModelNode, from: PageMoment, after: ModelNode, to: PageMoment): boolean {
  if (before.parent?.id !== after.parent?.id || before.shadow !== after.shadow) return false;
  if (from.states.typed.has(before.id) && !to.states.typed.has(after.id)) return false;
  return isSameKind(before, after) && isSameSheet(before, from, after, to) && hasSameRoots(before, after);
}

function isSameKind({ own: one }: ModelNode, { own: other }: ModelNode): boolean {
  if (one.type === 3 && other.type === 3) return one.isStyle === other.isStyle;
  if (one.type !== 2 || other.type !== 2) return asText(one) === asText(other);
  const isKnown =
    one.tagName === other.tagName &&
    one.isSVG === other.isSVG &&
    one.isCustom === other.isCustom &&
    one.needBlock === other.needBlock &&
    one.isShadowHost === other.isShadowHost;
  // A list of declarations is no value that a change could set.
  return isKnown && [one, other].every(({ attributes }) => Object.values(attributes).every(isFlat));
}

/** What scripts did to a sheet is not taken back rule by rule. */
function isSameSheet(before: ModelNode, from: PageMoment, after: ModelNode, to: PageMoment): boolean {
  const [done, wanted] = [from.states.sheets.ofNode(before.id), to.states.sheets.ofNode(after.id)];
  if (done.length === 0 && wanted.length === 0) return true;
  if (done.length !== wanted.length) return false;
  const said = ({ own }: ModelNode) => (own.type === 2 ? own.attributes['_cssText'] : null);
  const texts = (node: ModelNode) => [...childNodesOf(node)].map(({ own }) => own);
  return asText([done, said(before), texts(before)]) === asText([wanted, said(after), texts(after)]);
}

/** A document's type and root are put in their places once. */
function hasSameRoots(before: ModelNode, after: ModelNode): boolean {
  if (before.own.type !== 0) return true;
  const roots = (node: ModelNode) =>
    asText([...childNodesOf(node)].map(({ id, own }) => [id, own.type === 2 ? own.tagName : own]));
  return roots(before) === roots(after);
}
