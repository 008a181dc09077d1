import { IncrementalSource, NodeType, type incrementalData, type serializedNodeWithId } from '@rrweb/types';
import { maskText } from './mask.ts';

export interface Egress {
  /** This node is about to leave, by itself or within others. */
  made(node: serializedNodeWithId): void;
  /** What is left of a batch; the order stays. */
  pass(batch: readonly incrementalData[]): incrementalData[];
  /** All goes anew. */
  reset(): void;
}

interface Deps {
  nodeOf(id: number): Node | null;
  /** Of what is typed here nothing is to be known but that it is there. */
  isConcealed(node: Node): boolean;
}

const mask = maskText('x');
/** Nobody tells when a node has gone; beyond this all are forgotten, and a mask goes once more. */
const mostKnown = 100_000;

/**
 * The last gate. A mask says nothing by itself, but one for each key tells how many there were and in which
 * rhythm, and how far a field has scrolled tells how long its text is.
 */
export function createEgress({ nodeOf, isConcealed }: Deps): Egress {
  /** Texts and values that the host has as a mask now. */
  const texts = new Set<number>();
  const values = new Set<number>();

  const note = (known: Set<number>, id: number, value: unknown) => {
    if (value !== mask) return void known.delete(id);
    if (known.size >= mostKnown) known.clear();
    known.add(id);
  };
  function isNews(known: Set<number>, id: number, value: unknown): boolean {
    if (value === mask && known.has(id)) return false;
    note(known, id, value);
    return true;
  }

  function pass(data: incrementalData): incrementalData | null {
    if (data.source === IncrementalSource.Scroll) {
      const node = nodeOf(data.id);
      return node && isConcealed(node) ? null : data;
    }
    if (data.source !== IncrementalSource.Mutation) return data;
    const kept = {
      ...data,
      texts: data.texts.filter(({ id, value }) => isNews(texts, id, value)),
      attributes: data.attributes.filter(
        ({ id, attributes }) =>
          !('value' in attributes) || isNews(values, id, attributes['value']) || Object.keys(attributes).length > 1,
      ),
    };
    return kept.texts.length + kept.attributes.length + kept.adds.length + kept.removes.length > 0 ? kept : null;
  }

  return {
    made(node) {
      if (node.type === NodeType.Text) note(texts, node.id, node.textContent);
      else if (node.type === NodeType.Element) note(values, node.id, node.attributes['value']);
    },
    pass: (batch) => batch.map(pass).filter((data) => data !== null),
    reset() {
      texts.clear();
      values.clear();
    },
  };
}
