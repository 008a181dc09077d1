import type { DeskEntry, DeskFact } from '../../shared/queue/desk-facts.ts';
import type { WebhookEvent } from '../../shared/protocol/webhooks.ts';

export interface Word {
  event: WebhookEvent;
  /** What it is about: words about one come in their order. */
  subject: string;
  /** By which the same word is known again. */
  key: string;
  data: Record<string, unknown>;
}

interface Known {
  /** Of sessions that have ended for good, not only been handed on. */
  hasEnded: (sessionId: string) => boolean;
  /** The request that a session was made for. */
  requestOf: (sessionId: string) => string | undefined;
}

/** What a fact of the desk says to the world outside; null: nothing. A network address is in none of it. */
export function wordOf({ seq, fact }: DeskEntry, known: Known): Word | null {
  const ofRequest = (event: WebhookEvent, requestId: string, data: object): Word => ({
    event,
    subject: requestId,
    key: String(seq),
    data: { requestId, ...data },
  });
  switch (fact.type) {
    case 'request.entered':
      return ofRequest(fact.type, fact.requestId, enteredOf(fact));
    case 'request.accepted':
      return ofRequest(fact.type, fact.requestId, { hostId: fact.hostId, sessionId: fact.sessionId });
    case 'request.left':
      return ofRequest(fact.type, fact.requestId, { why: fact.why });
    case 'request.moved':
      return ofRequest(fact.type, fact.requestId, { queueId: fact.queueId });
    case 'host.changed': {
      const { type, hostId, name, availability } = fact;
      return { event: type, subject: hostId, key: String(seq), data: { hostId, name, availability } };
    }
    case 'session.given-back': {
      const { sessionId } = fact;
      if (!known.hasEnded(sessionId)) return null;
      const requestId = known.requestOf(sessionId);
      // Each of its hosts gives it back; it ends once.
      return {
        event: 'session.ended',
        subject: requestId ?? sessionId,
        key: sessionId,
        data: { sessionId, requestId: requestId ?? null },
      };
    }
    case 'request.offered':
    case 'request.erased':
    case 'offer.ended':
    case 'session.taken':
    case 'wrap-up.ended':
      return null;
  }
}

function enteredOf({ queueId, name, answers, from, language, since, sessionId }: Entered) {
  return { queueId, name, answers, from, language, since, sessionId };
}
type Entered = Extract<DeskFact, { type: 'request.entered' }>;
