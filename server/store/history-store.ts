import type { Kysely } from 'kysely';
import type { Cell, Day } from '../../shared/report/history.ts';
import type { Schema } from './schema.ts';

/** What the site did in the past, counted by the database. */
export interface HistoryStore {
  /** Sessions that ended in that day, by queue and by who led them at the end. */
  sessions(day: Day): Promise<Cell[]>;
  /** Requests that were over in that day, by queue (its id) and by who took them. */
  outcomes(day: Day): Promise<Cell[]>;
}

export function createHistoryStore(db: Kysely<Schema>): HistoryStore {
  return {
    async sessions({ date, from, to }) {
      const rows = await db
        .selectFrom('report')
        .select(({ fn }) => [
          'queue',
          'lead_id as hostId',
          fn.countAll().as('sessions'),
          fn.sum('handling_ms').as('handlingMs'),
          fn.sum('transfers').as('transfers'),
          fn.count('rating').as('rated'),
          fn.sum('rating').as('ratingStars'),
          fn.count('survey').as('surveyed'),
          fn.sum('survey').as('surveyStars'),
        ])
        .where('ended_at', '>=', from)
        .where('ended_at', '<', to)
        .groupBy(['queue', 'lead_id'])
        .execute();
      return rows.map(({ queue, hostId, ...sums }) => ({ date, queue, hostId, ...numbers(sums) }));
    },

    async outcomes({ date, from, to }) {
      const rows = await db
        .selectFrom('outcome')
        .select(({ fn }) => [
          'queue_id as queue',
          'host_id as hostId',
          fn.countAll().as('count'),
          fn.sum('waited_ms').as('waitedMs'),
        ])
        .where('at', '>=', from)
        .where('at', '<', to)
        .groupBy(['queue_id', 'host_id'])
        .execute();
      return rows.map(({ queue, hostId, ...sums }) => {
        const { count, waitedMs } = numbers(sums);
        const cell = { date, queue, hostId };
        return hostId === null ? { ...cell, abandoned: count } : { ...cell, accepted: count, waitedMs };
      });
    },
  };
}

/** Postgres gives sums as text, and of nothing null. */
const numbers = <K extends string>(sums: Record<K, unknown>): Record<K, number> =>
  Object.fromEntries(Object.entries(sums).map(([name, sum]) => [name, Number(sum ?? 0)])) as Record<K, number>;
