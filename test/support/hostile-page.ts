import type { HostileNode } from './hostile-vectors.ts';

type Raw = Record<string, unknown>;
/** Ids of the page below; what is put into it has others. */
export const pageIds = { body: 5, style: 6, text: 7 };
let nextId = 100;

/** The same nodes with ids that nobody has had. */
export const withIds = (node: HostileNode): HostileNode & { id: number } => ({
  ...node,
  id: (nextId += 1),
  ...(node.childNodes && { childNodes: node.childNodes.map(withIds) }),
});

const element = (id: number, tagName: string, childNodes: unknown[], attributes: Raw = {}) => ({
  ...{ type: 2, id, tagName, attributes, childNodes },
});

/** A whole page; `mark` can be seen in the mirror when it is there. */
export function pageWith(nodes: readonly unknown[], mark: string): Raw[] {
  const style = element(6, 'style', [{ type: 3, id: 7, textContent: 'p{}' }]);
  const body = element(5, 'body', [style, ...nodes], { 'data-mark': mark });
  return [
    { type: 4, timestamp: 1, data: { href: 'x', width: 800, height: 600 } },
    {
      type: 2,
      timestamp: 1,
      data: {
        initialOffset: { top: 0, left: 0 },
        node: {
          ...{ type: 0, id: 1 },
          childNodes: [
            { type: 1, id: 2, name: 'html', publicId: '', systemId: '' },
            element(3, 'html', [element(4, 'head', []), body]),
          ],
        },
      },
    },
  ];
}

export const mutation = (part: Raw): Raw => ({
  type: 3,
  timestamp: 2,
  data: { source: 0, texts: [], attributes: [], removes: [], adds: [], ...part },
});

export const marked = (mark: string): Raw =>
  mutation({ attributes: [{ id: pageIds.body, attributes: { 'data-mark': mark } }] });

/** Puts the nodes in. */
export const adding = (nodes: readonly HostileNode[]): Raw =>
  mutation({ adds: nodes.map((node) => ({ parentId: pageIds.body, nextId: null, node: withIds(node) })) });

/** Puts the nodes in without anything on them; then their attributes and texts come as changes. */
export function changing(nodes: readonly HostileNode[]): Raw[] {
  const attributes: Raw[] = [];
  const texts: Raw[] = [];
  function bare(node: HostileNode): HostileNode {
    const { id } = node;
    if (node.type === 3) texts.push({ id, value: node['textContent'] });
    if (node.type === 2) attributes.push({ id, attributes: node['attributes'] });
    return {
      ...node,
      ...(node.type === 2 && { attributes: {} }),
      ...(node.type === 3 && { textContent: '' }),
      ...(node.childNodes && { childNodes: node.childNodes.map(bare) }),
    };
  }
  const adds = nodes.map((node) => ({ parentId: pageIds.body, nextId: null, node: bare(withIds(node)) }));
  return [mutation({ adds }), mutation({ attributes, texts })];
}
