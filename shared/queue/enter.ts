import { checkAnswers, trimAnswers } from './check-answers.ts';
import {
  type ActionOf,
  type DeskDecision,
  type DeskRefusal,
  type DeskSituation,
  done,
  refused,
} from './desk-action.ts';
import { openingNow } from './opening-now.ts';
import { planOf } from './plan.ts';
import { route } from './route.ts';
import type { HostId, QueueId } from './names.ts';
import { serves } from './serves.ts';

/** Of one source at once, and in all. */
export const mostWaiting = { perSource: 3, inAll: 20_000 } as const;

export function enter(situation: DeskSituation, action: ActionOf<'enter'>): DeskDecision {
  const { desk, inbound, now } = situation;
  const { requestId, name, from, language, source } = action;
  if (!inbound.isOn) return refused('inbound.off');
  if (desk.waiting.has(requestId) || desk.accepted.has(requestId)) return refused('request.taken');
  if ((desk.sources.get(source) ?? 0) >= mostWaiting.perSource) return refused('source.too-many');
  if (desk.waiting.size >= mostWaiting.inAll) return refused('desk.full');
  const asked = planOf(inbound).queues.get(action.queueId)?.queue;
  const fault = closedTo(situation, action.queueId) ?? wishFault(situation, action);
  if (!asked || fault) return refused(fault ?? 'queue.unknown');
  if (Object.keys(checkAnswers(asked.form, action.answers)).length > 0) return refused('answers.invalid');
  const answers = trimAnswers(action.answers);
  const { queueId, hostId, skills } = route(inbound, action.queueId, answers);
  const closed = closedTo(situation, queueId);
  if (closed) return refused(closed);
  // Whom the customer wished for need not be where the rules have led.
  const wish = action.hostId !== null && serves(planOf(inbound), action.hostId, queueId) ? action.hostId : null;
  return done({
    type: 'request.entered',
    requestId,
    queueId,
    name,
    answers,
    skills,
    hostId: hostId ?? wish,
    from,
    language,
    source,
    since: now,
    sessionId: null,
    note: '',
  });
}

/** Why nobody comes into a queue now; null: it is open. */
export function closedTo({ inbound, now }: DeskSituation, queueId: QueueId): DeskRefusal | null {
  const queue = planOf(inbound).queues.get(queueId)?.queue;
  if (!queue) return 'queue.unknown';
  if (!queue.isOn) return 'queue.off';
  return openingNow(queue.hours, now).isOpen ? null : 'queue.closed';
}

function wishFault(
  { desk, inbound }: DeskSituation,
  { queueId, hostId }: { queueId: QueueId; hostId: HostId | null },
): DeskRefusal | null {
  if (hostId === null) return null;
  if (!desk.hosts.has(hostId)) return 'host.unknown';
  const plan = planOf(inbound);
  return plan.queues.get(queueId)?.queue.isHostChosen && serves(plan, hostId, queueId) ? null : 'host.not-served';
}
