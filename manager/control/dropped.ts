import { managerLimits } from '../../shared/protocol/manager-limits.ts';
import type { DropCode, ManagerFact } from '../../shared/protocol/manager.ts';
import { createSaySeldom } from '../../shared/protocol/say-seldom.ts';

/** Says that input was dropped, but not too often, for a host moves the mouse a lot. */
export function createDropped(tell: (fact: ManagerFact) => void, now: () => number) {
  const maySay = createSaySeldom<DropCode>(managerLimits.droppedEveryMs, now);
  return (grant: string, code: DropCode): void => {
    if (maySay(code)) tell({ type: 'manager.dropped', grant, code });
  };
}
