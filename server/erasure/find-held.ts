import { type Found, heldLimits, type HeldSession } from '../../shared/protocol/held.ts';
import type { Fact } from '../../shared/session/facts.ts';
import type { Deps } from '../deps.ts';
import { plain } from '../../shared/protocol/plain-text.ts';
import { hashSessionNumber } from '../secrets.ts';
import type { Introduced } from '../store/held-store.ts';

type FindDeps = Pick<Deps, 'heldStore' | 'store' | 'secret' | 'now'>;

/** As it is read out: 3-3-3. */
const numberPattern = /^\d{3}[ -]?\d{3}[ -]?\d{3}$/;

/** What is held of a session (its id or number) or about a customer (a part of the name or of an answer). */
export async function findHeld(deps: FindDeps, text: string, waits: (requestId: string) => boolean): Promise<Found> {
  const { heldStore, store, secret, now } = deps;
  const byNumber = numberPattern.test(text)
    ? await store.sessionByNumber(hashSessionNumber(secret, text.replaceAll(/\D/g, '')), now())
    : undefined;
  const exact = new Set([text, byNumber]);
  const wanted = plain(text);
  const says = (said: string) => plain(said).includes(wanted);

  const people = new Map<string, Pick<HeldSession, 'customers' | 'queue'>>();
  let isMore = false;
  for await (const introduced of heldStore.introductions()) {
    const { customers, answers, queue } = whoIs(introduced);
    if (!exact.has(introduced.sessionId) && ![...customers, ...answers].some(says)) continue;
    isMore ||= people.size === heldLimits.sessions;
    if (!isMore) people.set(introduced.sessionId, { customers, queue });
  }
  const heads = await heldStore.heads([...people.keys()]);
  const known = new Set(await heldStore.requestsOf([...people.keys()]));
  const requests: Found['requests'] = [];
  for await (const { at, fact } of heldStore.requests()) {
    const { requestId, name, queueId, answers, sessionId } = fact;
    if (known.has(requestId) || (sessionId !== null && people.has(sessionId))) continue;
    if (requestId !== text && ![name, ...Object.values(answers)].some(says)) continue;
    isMore ||= requests.length === heldLimits.requests;
    if (requests.length < heldLimits.requests) {
      requests.push({ requestId, at, name, queueId, isWaiting: waits(requestId) });
    }
  }
  return {
    sessions: heads.map((head) => ({ ...head, customers: [], queue: null, ...people.get(head.sessionId) })),
    requests,
    isMore,
  };
}

function whoIs({ facts }: Introduced) {
  const customers = new Set<string>();
  let queue: string | null = null;
  let answers: string[] = [];
  for (const fact of facts) {
    if (isCustomer(fact)) customers.add(fact.name);
    if (fact.type !== 'session.started' || !fact.cameFrom) continue;
    queue = fact.cameFrom.queue;
    answers = fact.cameFrom.answers.map(({ answer }) => answer);
  }
  return { customers: [...customers], answers, queue };
}

const isCustomer = (fact: Fact): fact is Extract<Fact, { name: string }> =>
  (fact.type === 'participant.knocked' || fact.type === 'participant.admitted') && fact.role === 'customer';
