import { childNodesOf, type ModelNode } from './node-list.ts';
import type { LooseStates } from './page-model.ts';

type Raw = Record<string, unknown>;

/** For a moment in which scripts have taken the root away: the player needs one. No page numbers so many nodes. */
const bareRoot = { type: 2, id: 2 ** 26 - 1, tagName: 'html', attributes: {}, childNodes: [] };

/** Whether a document has an element that the player takes for its root. */
export const isRooted = (document: ModelNode): boolean => [...childNodesOf(document)].some(isRoot);
const isRoot = ({ own, shadow }: ModelNode) =>
  own.type === 2 && own.tagName.toLowerCase() === 'html' && own.isSVG !== true && !shadow;

/** The page as it is now, as the recorder would say it: its size, the document, and then what attributes do not say. */
export function snapshotEvents(root: ModelNode, states: LooseStates, timestamp: number): unknown[] {
  const { size, scrolled, typed, selection, sheets } = states;
  const change = (data: Raw) => ({ type: 3, timestamp, data });
  const { node, inner } = treeOf(root);
  if (!isRooted(root)) putRoot(node['childNodes'] as Raw[]);
  const offset = scrolled.get(root.id) ?? { x: 0, y: 0 };
  const data = { node, initialOffset: { left: offset.x, top: offset.y } };
  return [
    ...(size ? [{ type: 4, timestamp, data: { href: 'about:blank', ...size } }] : []),
    { type: 2, timestamp, data },
    ...inner.map(({ frame, node: document }) =>
      change({
        source: 0,
        texts: [],
        attributes: [],
        removes: [],
        adds: [{ parentId: frame, nextId: null, node: document }],
      }),
    ),
    ...sheets.changes().map((data) => change(data)),
    ...[...typed].map(([id, { text, isChecked }]) => change({ source: 5, id, text, isChecked })),
    ...[...scrolled].filter(([id]) => id !== root.id).map(([id, to]) => change({ source: 3, id, ...to })),
    ...(selection ? [change(selection)] : []),
  ];
}

/** Before whatever else could be taken for one. */
function putRoot(children: Raw[]) {
  const other = children.findIndex(({ type }) => type === 2);
  children.splice(other < 0 ? children.length : other, 0, bareRoot);
}

/** With all that is in it. Documents in frames come after the one around them, as the recorder sends them. */
export function treeOf(root: ModelNode): { node: Raw; inner: { frame: number; node: Raw }[] } {
  const made: Raw = { ...root.own, childNodes: [] };
  const inner: { frame: number; node: Raw }[] = [];
  const todo: { from: ModelNode; into: unknown[] }[] = [{ from: root, into: made['childNodes'] as unknown[] }];
  // Grows as it is walked: so a document comes after the one that it lies in.
  for (const { from, into } of todo) {
    for (const child of childNodesOf(from)) {
      const isParent = child.own.type === 0 || child.own.type === 2;
      const childNodes: unknown[] = [];
      const node: Raw = isParent ? { ...child.own, childNodes } : { ...child.own };
      if (child.own.type === 0) inner.push({ frame: from.id, node });
      else into.push(node);
      if (isParent) todo.push({ from: child, into: childNodes });
    }
  }
  return { node: made, inner };
}
