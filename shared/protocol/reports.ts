import * as v from 'valibot';
import { activityReportSchema } from '../report/report-schema.ts';
import { sessionEndReasons } from '../session/facts.ts';
import { noteEntries } from '../session/note.ts';
import { sessionIdSchema } from './ids.ts';

export const feedbackLimits = {
  /** Asked for after the end of the session, and taken for so long. */
  takenForMs: 15 * 60_000,
  commentChars: 2_000,
} as const;

export const starsSchema = v.picklist([1, 2, 3, 4, 5]);
export type Stars = v.InferOutput<typeof starsSchema>;

/** What made a session hard for a host: to begin it; slow or late pictures; wrong or missing parts of them; the tools. */
export const ratingReasons = ['start', 'speed', 'fidelity', 'tools'] as const;
export type RatingReason = (typeof ratingReasons)[number];

const comment = v.pipe(v.string(), v.trim(), v.maxLength(feedbackLimits.commentChars));
const reasons = v.pipe(v.array(v.picklist(ratingReasons)), v.maxLength(ratingReasons.length));

/** `POST /api/rating` (token of the host who led), once a session. */
export const ratingBodySchema = v.strictObject({ stars: starsSchema, reasons });
export type RatingBody = v.InferOutput<typeof ratingBodySchema>;

/** `POST /api/survey` (token of a customer), once a session. */
export const surveyBodySchema = v.strictObject({ stars: starsSchema, comment });
export type SurveyBody = v.InferOutput<typeof surveyBodySchema>;

/** `POST /api/notes` (token of a host): after the end, when there are no sockets any more. */
export const noteBodySchema = v.strictObject(noteEntries);

const given = v.object({
  rating: v.nullable(v.object({ stars: starsSchema, reasons: v.array(v.picklist(ratingReasons)), at: v.number() })),
  survey: v.nullable(v.object({ stars: starsSchema, comment: v.string(), at: v.number() })),
});

/** `GET /api/reports/:sessionId` (bearer): one's own, or any for the admin. */
export const reportSchema = v.object({ ...activityReportSchema.entries, ...given.entries });
export type Report = v.InferOutput<typeof reportSchema>;

/** Of a session that is over. */
export const reportRowSchema = v.object({
  sessionId: sessionIdSchema,
  startedAt: v.number(),
  endedAt: v.number(),
  endedReason: v.picklist(sessionEndReasons),
  customer: v.nullable(v.string()),
  hosts: v.array(v.string()),
  /** Null: invited with a number. */
  queue: v.nullable(v.string()),
  waitedMs: v.nullable(v.number()),
  handlingMs: v.number(),
  ...given.entries,
});
export type ReportRow = v.InferOutput<typeof reportRowSchema>;

/** `GET /api/reports` (bearer): newest end first. */
export const reportListSchema = v.object({
  rows: v.array(reportRowSchema),
  /** For the next page; null: this is the last. */
  next: v.nullable(v.string()),
});
export type ReportList = v.InferOutput<typeof reportListSchema>;

const words = v.optional(v.pipe(v.string(), v.trim(), v.maxLength(100)), '');
const time = v.optional(v.pipe(v.string(), v.regex(/^\d{1,15}$/), v.transform(Number)));

/** How it is asked for, in the address: each narrows down. `from`, `to`: when it was started, ms since 1970. */
export const reportsQuerySchema = v.object({
  text: words,
  host: words,
  queue: words,
  from: time,
  to: time,
  /** `next` of the page before. */
  after: v.optional(v.pipe(v.string(), v.regex(/^\d{1,15}\.[A-Za-z0-9_-]{22}$/))),
  format: v.optional(v.picklist(['json', 'csv']), 'json'),
});
export type ReportsQuery = v.InferOutput<typeof reportsQuerySchema>;
