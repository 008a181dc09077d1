import { setImmediate as breathe } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import * as v from 'valibot';
import type { SessionId } from '../../shared/protocol/ids.ts';
import { type Fact, factSchema } from '../../shared/session/facts.ts';
import { type EnteredFact, enteredFacts } from './entered-facts.ts';
import type { Schema } from './schema.ts';

/** Facts of one session that say who was helped. */
export interface Introduced {
  sessionId: SessionId;
  facts: readonly Fact[];
}
export interface SessionHead {
  sessionId: SessionId;
  startedAt: number;
  endedAt: number | null;
  facts: number;
}

/** Finds what is held about somebody. Goes through all that there is, a piece at a time. */
export interface HeldStore {
  introductions(): AsyncGenerator<Introduced>;
  requests(): AsyncGenerator<EnteredFact>;
  /** Those that there are. */
  heads(sessionIds: readonly SessionId[]): Promise<SessionHead[]>;
  /** Requests that led to these sessions, or were handed on in them. */
  requestsOf(sessionIds: readonly SessionId[]): Promise<string[]>;
}

const sessionsAtOnce = 200;
const factText = v.pipe(v.string(), v.parseJson(), factSchema);
const telling = ['{"type":"session.started"%', '{"type":"participant.knocked"%', '{"type":"participant.admitted"%'];

export function createHeldStore(db: Kysely<Schema>): HeldStore {
  return {
    async *introductions() {
      for (let after = ''; ;) {
        const sessions = await db
          .selectFrom('session')
          .select('id')
          .where('id', '>', after)
          .orderBy('id')
          .limit(sessionsAtOnce)
          .execute();
        const last = sessions.at(-1);
        if (!last) return;
        yield* await introduced(sessions.map(({ id }) => id));
        after = last.id;
        await breathe();
      }
    },

    requests: () => enteredFacts(db),

    async heads(sessionIds) {
      if (sessionIds.length === 0) return [];
      return db
        .selectFrom('session')
        .leftJoin('fact', 'fact.session_id', 'session.id')
        .select(({ fn }) => [
          'session.id as sessionId',
          'session.started_at as startedAt',
          'session.ended_at as endedAt',
          fn.count<number>('fact.seq').as('facts'),
        ])
        .where('session.id', 'in', sessionIds)
        .groupBy(['session.id', 'session.started_at', 'session.ended_at'])
        .orderBy('session.started_at', 'desc')
        .execute();
    },

    async requestsOf(sessionIds) {
      if (sessionIds.length === 0) return [];
      const wanted = new Set<string>(sessionIds);
      // Who asked has the same id in the session.
      const seats = await db.selectFrom('participant').select('id').where('session_id', 'in', sessionIds).execute();
      const seated = new Set(seats.map(({ id }) => id));
      const found: string[] = [];
      for await (const { fact } of enteredFacts(db)) {
        const isOf = seated.has(fact.requestId) || (fact.sessionId !== null && wanted.has(fact.sessionId));
        if (isOf) found.push(fact.requestId);
      }
      return found;
    },
  };

  async function introduced(sessionIds: readonly SessionId[]): Promise<Introduced[]> {
    const rows = await db
      .selectFrom('fact')
      .select(['session_id', 'fact'])
      .where('session_id', 'in', sessionIds)
      .where(({ or, eb }) => or(telling.map((like) => eb('fact', 'like', like))))
      .orderBy('session_id')
      .orderBy('seq')
      .execute();
    const facts = Map.groupBy(rows, (row) => row.session_id);
    return [...facts].map(([sessionId, of]) => ({ sessionId, facts: of.map(({ fact }) => v.parse(factText, fact)) }));
  }
}
