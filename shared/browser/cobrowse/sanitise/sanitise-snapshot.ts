import { EventType, type serializedNodeWithId } from '@rrweb/types';
import { grow } from './grow.ts';
import { createAdds, type Piece, pieceCost } from './pieces.ts';
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
    const parent = built.get(safe.at.parent?.id ?? -1);
    const belongs = within && parent && 'childNodes' in parent && safe.at.kind !== 'document';
    // A small sheet may end it, a great one may not be in it.
    if (belongs && (!rooted || cost + safe.cost <= pieceCost)) {
      parent.childNodes.push(safe.node);
      if (safe.at.shadow && 'tagName' in parent) parent.isShadowHost = true;
      built.set(safe.node.id, safe.node);
      cost += safe.cost;
      adds.note(safe);
      if (safe.at.tag === 'html') rooted = true;
      continue;
    }
    if (within) yield whole();
    within = false;
    built.clear();
    yield* adds.add(safe);
  }
  if (!rooted) throw new TypeError('a snapshot without a document');
  if (within) yield whole();
  yield* adds.end();
}
