import type { Inbound } from '../../../../shared/queue/inbound.ts';
import type { QueueId } from '../../../../shared/queue/names.ts';
import type { Queue } from '../../../../shared/queue/queue.ts';
import { makeRule } from '../rules/make-rule.ts';

/** The queue under another id, and so in all that leads to it. */
export function renameQueue(inbound: Inbound, from: QueueId, to: QueueId): Inbound {
  const name = (id: QueueId) => (id === from ? to : id);
  const renamed = (queue: Queue): Queue => ({
    ...queue,
    id: name(queue.id),
    escalation: queue.escalation && { ...queue.escalation, queueId: name(queue.escalation.queueId) },
    rules: queue.rules.map((rule) =>
      rule.then.to === 'queue' ? makeRule(rule.when, { to: 'queue', queueId: name(rule.then.queueId) }) : rule,
    ),
  });
  return { ...inbound, queues: inbound.queues.map(renamed) };
}
