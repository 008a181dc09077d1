import {
  type ActionOf,
  type DeskDecision,
  type DeskRefusal,
  type DeskSituation,
  done,
  refused,
} from './desk-action.ts';
import type { QueueId } from './names.ts';
import { closedTo, mostWaiting } from './enter.ts';
import { planOf } from './plan.ts';
import { serves } from './serves.ts';

/** A session that goes on waits for another host, with the time its customer has waited already. */
export function handOn(situation: DeskSituation, action: ActionOf<'hand-on'>): DeskDecision {
  const { desk, inbound, now } = situation;
  const { requestId, sessionId, by, to, name, note, from, language, since } = action;
  if (!inbound.isOn) return refused('inbound.off');
  const host = desk.hosts.get(by);
  if (!host) return refused('host.unknown');
  if (!host.sessions.has(sessionId)) return refused('session.unknown');
  if (desk.waiting.has(requestId)) return refused('request.taken');
  for (const request of desk.waiting.values()) if (request.sessionId === sessionId) return refused('request.taken');
  if (desk.waiting.size >= mostWaiting.inAll) return refused('desk.full');
  const target = 'queueId' in to ? toQueue(situation, to.queueId) : toHost(situation, action, to.hostId);
  if ('code' in target) return refused(target.code);
  return done({
    type: 'request.entered',
    requestId,
    queueId: target.queueId,
    name,
    answers: {},
    skills: [],
    hostId: 'hostId' in to ? to.hostId : null,
    from,
    language,
    // It counts with nobody's: its own, which nobody else has.
    source: `session ${sessionId}`,
    since: Math.min(since, now),
    sessionId,
    note,
  });
}

type Target = { queueId: QueueId } | { code: DeskRefusal };

function toQueue(situation: DeskSituation, queueId: QueueId): Target {
  const code = closedTo(situation, queueId);
  return code ? { code } : { queueId };
}

/** It waits in the queue that it came from, if the other host serves that, else in the first one that it serves. */
function toHost({ desk, inbound }: DeskSituation, { by, sessionId }: ActionOf<'hand-on'>, hostId: string): Target {
  if (!desk.hosts.has(hostId)) return { code: 'host.unknown' };
  const plan = planOf(inbound);
  const served = inbound.queues.filter(({ id, isOn }) => isOn && serves(plan, hostId, id)).map(({ id }) => id);
  const cameFrom = desk.hosts.get(by)?.sessions.get(sessionId)?.queueId;
  const queueId = served.find((id) => id === cameFrom) ?? served[0];
  return queueId === undefined || hostId === by ? { code: 'host.not-served' } : { queueId };
}
