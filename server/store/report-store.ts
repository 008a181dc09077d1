import { type Kysely, type Selectable, sql } from 'kysely';
import * as v from 'valibot';
import {
  type RatingBody,
  type ReportRow,
  reportRowSchema,
  type ReportsQuery,
  type SurveyBody,
} from '../../shared/protocol/reports.ts';
import type { SessionId } from '../../shared/protocol/ids.ts';
import { plain } from '../../shared/protocol/plain-text.ts';
import type { Schema } from './schema.ts';

export type NewReport = Omit<ReportRow, 'rating' | 'survey'> & {
  /** Who led at the end; null: nobody whom the site knows. */
  leadId: string | null;
  transfers: number;
};
export type ReportFilter = Omit<ReportsQuery, 'format' | 'after'> & {
  /** Only sessions in which this user has had a seat; null: all. */
  userId: string | null;
  after?: { endedAt: number; sessionId: string } | undefined;
};

/** An index over the sessions that are over, and what was thought of them. What happened in them stays with the facts. */
export interface ReportStore {
  /** Once a session; again it adds what an older relay did not write down. `search`: what else it is found by. */
  put(report: NewReport, search: string): Promise<void>;
  one(sessionId: SessionId): Promise<ReportRow | undefined>;
  /** Newest end first. */
  list(filter: ReportFilter, atMost: number): Promise<ReportRow[]>;
  /** Sessions that ended after that and are not in the index, or not wholly. */
  missing(endedAfter: number, atMost: number): Promise<SessionId[]>;
  /** False: it was rated before. */
  rate(sessionId: SessionId, rating: RatingBody, at: number): Promise<boolean>;
  answerSurvey(sessionId: SessionId, survey: SurveyBody, at: number): Promise<boolean>;
}

export function createReportStore(db: Kysely<Schema>): ReportStore {
  return {
    async put(report, search) {
      const { sessionId, startedAt, endedAt, endedReason, customer, hosts, queue, waitedMs, handlingMs } = report;
      const led = { lead_id: report.leadId, transfers: report.transfers };
      await db
        .insertInto('report')
        .values({
          session_id: sessionId,
          started_at: startedAt,
          ended_at: endedAt,
          ended_reason: endedReason,
          customer,
          hosts: JSON.stringify(hosts),
          queue,
          waited_ms: waitedMs,
          handling_ms: handlingMs,
          search: plain([customer ?? '', queue ?? '', ...hosts, search].join('\n')),
          host_search: plain(hosts.join('\n')),
          queue_search: plain(queue ?? ''),
          ...led,
        })
        .onConflict((conflict) => conflict.column('session_id').doUpdateSet(led))
        .execute();
    },

    async one(sessionId) {
      const row = await db.selectFrom('report').selectAll().where('session_id', '=', sessionId).executeTakeFirst();
      return row && toRow(row);
    },

    async list({ text, host, queue, from, to, userId, after }, atMost) {
      let rows = db.selectFrom('report').selectAll();
      if (userId !== null) {
        rows = rows.where(({ exists, selectFrom }) =>
          exists(
            selectFrom('participant')
              .select('participant.id')
              .whereRef('participant.session_id', '=', 'report.session_id')
              .where('participant.user_id', '=', userId),
          ),
        );
      }
      for (const [column, wanted] of [
        ['search', text],
        ['host_search', host],
        ['queue_search', queue],
      ] as const) {
        if (wanted)
          rows = rows.where(sql<boolean>`${sql.ref(column)} like ${`%${literal(plain(wanted))}%`} escape '!'`);
      }
      if (from !== undefined) rows = rows.where('started_at', '>=', from);
      if (to !== undefined) rows = rows.where('started_at', '<', to);
      if (after) {
        const { endedAt, sessionId } = after;
        rows = rows.where(({ eb, or, and }) =>
          or([eb('ended_at', '<', endedAt), and([eb('ended_at', '=', endedAt), eb('session_id', '<', sessionId)])]),
        );
      }
      const found = await rows.orderBy('ended_at', 'desc').orderBy('session_id', 'desc').limit(atMost).execute();
      return found.map(toRow);
    },

    async missing(endedAfter, atMost) {
      const rows = await db
        .selectFrom('session')
        .leftJoin('report', 'report.session_id', 'session.id')
        .select('session.id')
        .where('session.ended_at', '>', endedAfter)
        // Those of an older relay are there without it, and so are those that are not there.
        .where('report.transfers', 'is', null)
        .limit(atMost)
        .execute();
      return rows.map(({ id }) => id);
    },

    async rate(sessionId, { stars, reasons }, at) {
      const { numUpdatedRows } = await db
        .updateTable('report')
        .set({ rating: stars, rating_reasons: JSON.stringify(reasons), rated_at: at })
        .where('session_id', '=', sessionId)
        .where('rated_at', 'is', null)
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },

    async answerSurvey(sessionId, { stars, comment }, at) {
      const { numUpdatedRows } = await db
        .updateTable('report')
        .set({ survey: stars, survey_comment: comment, surveyed_at: at })
        .where('session_id', '=', sessionId)
        .where('surveyed_at', 'is', null)
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },
  };
}

/** So that what was typed stands for nothing but itself. */
const literal = (text: string) => text.replaceAll(/[!%_]/g, '!$&');

function toRow(row: Selectable<Schema['report']>): ReportRow {
  return v.parse(reportRowSchema, {
    sessionId: row.session_id,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    endedReason: row.ended_reason,
    customer: row.customer,
    hosts: JSON.parse(row.hosts) as unknown,
    queue: row.queue,
    waitedMs: row.waited_ms,
    handlingMs: row.handling_ms,
    rating:
      row.rated_at === null
        ? null
        : { stars: row.rating, reasons: JSON.parse(row.rating_reasons ?? '[]') as unknown, at: row.rated_at },
    survey:
      row.surveyed_at === null ? null : { stars: row.survey, comment: row.survey_comment ?? '', at: row.surveyed_at },
  });
}
