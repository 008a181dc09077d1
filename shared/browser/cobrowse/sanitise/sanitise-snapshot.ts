import { EventType, type serializedNodeWithId } from '@rrweb/types';
import { grow } from './grow.ts';
import { createAdds, nest, type Piece, pieceCost } from './pieces.ts';
import type { Mirror } from './sanitise-node.ts';

/**
 * A whole document in pieces. Throws when it is none.
 */
export function* sanitiseSnapshot(
  raw: unknown,
  initialOffset: { top: number; left: number },
  timestamp: number,
  mirror: Mirror,
): Generator<Piece, void> {
  const nodes = grow(raw, null, mirror);
  const first = nodes.next();
  if (first.done || first.value.at.kind !== 'document') throw new TypeError('a snapshot without a document');
  const root = first.value.node;
  const built = new Map<number, serializedNodeWithId>([[root.id, root]]);
  const adds = createAdds(timestamp);
  const whole = (): Piece => ({
    event: { type: EventType.FullSnapshot, timestamp, data: { node: root, initialOffset } },
    cost,
  });
  let cost = first.value.cost;
  let within = true;
  let rooted = false;
  for (const safe of nodes) {
    // A small sheet may end it, a great one may not be in it.
    const isRoom = within && (!rooted || cost + safe.cost <= pieceCost);
    if (isRoom && nest(safe, built.get(safe.at.parent?.id ?? -1))) {
      built.set(safe.node.id, safe.node);
      cost += safe.cost;
      adds.note(safe);
      if (safe.at.tag === 'html') rooted = true;
      continue;
    }
    if (within) yield whole();
    within = false;
    built.clear();
    const full = adds.add(safe);
    if (full) yield full;
  }
  if (!rooted) throw new TypeError('a snapshot without a document');
  if (within) yield whole();
  yield* adds.end();
}
