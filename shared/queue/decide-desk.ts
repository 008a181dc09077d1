import { accept } from './accept.ts';
import { type DeskAction, type DeskDecision, type DeskSituation, done, refused } from './desk-action.ts';
import { enter } from './enter.ts';
import { handOn } from './hand-on.ts';
import { lapse } from './lapse.ts';
import { planOf } from './plan.ts';
import { withdrawAll, withdrawOver } from './withdraw.ts';

/** The one place that decides what may happen at a desk, and which facts it makes. */
export function decideDesk(situation: DeskSituation, action: DeskAction): DeskDecision {
  const { desk, inbound } = situation;
  switch (action.type) {
    case 'enter':
      return enter(situation, action);
    case 'hand-on':
      return handOn(situation, action);
    case 'accept':
      return accept(situation, action);
    case 'lapse':
      return done(...lapse(situation));
    case 'leave': {
      const { requestId, why } = action;
      return desk.waiting.has(requestId) ? done({ type: 'request.left', requestId, why }) : refused('request.gone');
    }
    case 'leave-many': {
      const { requestIds, why } = action;
      const waiting = requestIds.filter((requestId) => desk.waiting.has(requestId));
      return done(...waiting.map((requestId) => ({ type: 'request.left', requestId, why }) as const));
    }
    case 'erase': {
      // Who still waits is asked first, or nobody would know whom they accept.
      const over = action.requestIds.filter((requestId) => !desk.waiting.has(requestId));
      return done(...over.map((requestId) => ({ type: 'request.erased', requestId }) as const));
    }
    case 'decline': {
      const { requestId, hostId } = action;
      const request = desk.waiting.get(requestId);
      if (!desk.hosts.has(hostId)) return refused('host.unknown');
      if (!request) return refused(desk.accepted.has(requestId) ? 'request.taken' : 'request.gone');
      if (!request.offer?.hostIds.includes(hostId)) return refused('host.not-offered');
      return done({ type: 'offer.ended', requestId, hostIds: [hostId], why: 'declined' });
    }
    case 'set-availability': {
      const { hostId, name, availability } = action;
      const host = desk.hosts.get(hostId);
      if (host?.name === name && host.availability === availability) return done();
      const changed = { type: 'host.changed', hostId, name, availability } as const;
      return availability === 'available' || !host ? done(changed) : done(changed, ...withdrawAll(host));
    }
    case 'take-session': {
      const { sessionId, hostId, queueId, isBegun = false } = action;
      const host = desk.hosts.get(hostId);
      if (!host) return refused('host.unknown');
      if (host.sessions.has(sessionId)) return done();
      if (isBegun && inbound.mode === 'single' && host.sessions.size > 0) return refused('host.full');
      const taken = { type: 'session.taken', sessionId, hostId, queueId } as const;
      return done(taken, ...withdrawOver(desk, planOf(inbound), host));
    }
    case 'give-back': {
      const { sessionId, hostId } = action;
      const session = desk.hosts.get(hostId)?.sessions.get(sessionId);
      if (!session) return refused(desk.hosts.has(hostId) ? 'session.unknown' : 'host.unknown');
      const queue = session.queueId === null ? undefined : planOf(inbound).queues.get(session.queueId)?.queue;
      return done({ type: 'session.given-back', sessionId, hostId, wrapUpMs: queue?.wrapUpMs ?? 0 });
    }
    case 'end-wrap-up': {
      const { hostId } = action;
      const host = desk.hosts.get(hostId);
      if (!host) return refused('host.unknown');
      return host.wrapUpUntil === 0 ? done() : done({ type: 'wrap-up.ended', hostId });
    }
  }
}
