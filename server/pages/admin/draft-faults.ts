import * as v from 'valibot';
import { type FaultKind, inboundFaults } from '../../../shared/queue/faults.ts';
import { type Inbound, inboundSchema } from '../../../shared/queue/inbound.ts';
import type { HostId, QueueId } from '../../../shared/queue/names.ts';
import type { Queue } from '../../../shared/queue/queue.ts';

export interface DraftFault {
  /** Null: of the site. */
  queueId: QueueId | null;
  where: keyof Queue;
  at: number;
  what: FaultKind | 'malformed';
}

/** All that keeps a draft from being saved. */
export function draftFaults(draft: Inbound, hostIds: ReadonlySet<HostId>): DraftFault[] {
  const parsed = v.safeParse(inboundSchema, draft);
  const malformed = (parsed.issues ?? []).flatMap(({ path = [] }): DraftFault[] => {
    const keys = path.map(({ key }) => key);
    const [part, siteAt] = keys;
    if (part === 'cannedTexts') return [{ queueId: null, where: part, at: Number(siteAt ?? 0), what: 'malformed' }];
    const [, queueAt, where, at] = keys;
    const queue = draft.queues[Number(queueAt)];
    if (!queue || !isPart(queue, where)) return [];
    return [{ queueId: queue.id, where, at: typeof at === 'number' ? at : 0, what: 'malformed' }];
  });
  return [...malformed, ...inboundFaults(draft, hostIds)];
}

const isPart = (queue: Queue, name: unknown): name is keyof Queue =>
  typeof name === 'string' && Object.hasOwn(queue, name);
