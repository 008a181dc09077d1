import { type ActionOf, type DeskDecision, type DeskSituation, done, refused } from './desk-action.ts';
import { planOf } from './plan.ts';
import { holds, isFull, suits } from './serves.ts';
import { withdrawOver } from './withdraw.ts';

/** The first who accepts has it. What else rings at this host, and it cannot take any more, is withdrawn. */
export function accept({ desk, inbound }: DeskSituation, action: ActionOf<'accept'>): DeskDecision {
  const { requestId, hostId } = action;
  if (!inbound.isOn) return refused('inbound.off');
  const request = desk.waiting.get(requestId);
  // The answer may have been lost: whoever has it may ask again.
  if (!request && desk.accepted.get(requestId)?.hostId === hostId) return done();
  if (!request) return refused(desk.accepted.has(requestId) ? 'request.taken' : 'request.gone');
  const host = desk.hosts.get(hostId);
  if (!host) return refused('host.unknown');
  const plan = planOf(inbound);
  if (!request.offer?.hostIds.includes(hostId)) {
    if (!plan.queues.get(request.queueId)?.queue.isChosenByHosts) return refused('host.not-offered');
    if (!suits(plan, hostId, request)) return refused('host.not-served');
  }
  if (holds(host, request)) return refused('host.not-served');
  if (isFull(plan, host)) return refused('host.full');
  const sessionId = request.sessionId ?? action.sessionId;
  return done({ type: 'request.accepted', requestId, hostId, sessionId }, ...withdrawOver(desk, plan, host, requestId));
}
