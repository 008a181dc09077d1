/** Nodes and events as the recorder says them. */
export const el = (
  id: number,
  tagName: string,
  childNodes: unknown[] = [],
  attributes: Record<string, unknown> = {},
) => ({
  type: 2,
  id,
  tagName,
  attributes,
  childNodes,
});
export const text = (id: number, textContent: string) => ({ type: 3, id, textContent });
/** With the root 1, a body 4 and what is in that. */
export const page = (children: unknown[]) => ({
  type: 2,
  timestamp: 1,
  data: {
    initialOffset: { top: 30, left: 0 },
    node: { type: 0, id: 1, childNodes: [el(2, 'html', [el(3, 'head'), el(4, 'body', children)])] },
  },
});
/** Something else than the tree changes. */
export const stateChange = (data: Record<string, unknown>) => ({ type: 3, timestamp: 2, data });
export const mutation = (data: Record<string, unknown>) =>
  stateChange({ source: 0, texts: [], attributes: [], removes: [], adds: [], ...data });
