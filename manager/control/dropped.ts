import { managerLimits } from '../../shared/protocol/manager-limits.ts';
import type { DropCode, ManagerFact } from '../../shared/protocol/manager.ts';

/** Says that input was dropped: each reason at once, and again only after a while, for a host moves the mouse a lot. */
export function createDropped(tell: (fact: ManagerFact) => void, now: () => number) {
  const saidAt = new Map<DropCode, number>();
  return (grant: string, code: DropCode): void => {
    if (now() - (saidAt.get(code) ?? -Infinity) < managerLimits.droppedEveryMs) return;
    saidAt.set(code, now());
    tell({ type: 'manager.dropped', grant, code });
  };
}
