/** What the sanitiser must know of nodes that it has let through, for mutations name them by id only. */
export interface NodeMemory {
  tags: Map<number, string>;
  /** Text in these is CSS. */
  styleTexts: Set<number>;
}

export const createNodeMemory = (): NodeMemory => ({ tags: new Map(), styleTexts: new Set() });
