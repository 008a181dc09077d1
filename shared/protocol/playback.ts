import * as v from 'valibot';
import { activityReportSchema } from '../report/report-schema.ts';
import { manifestSchema, recordingIdSchema } from '../recording/manifest.ts';
import { nameSchema, sessionIdSchema } from './ids.ts';

export const playbackLimits = {
  /** Of a view; whoever goes on looking begins another. */
  viewMs: 60 * 60_000,
  linkMs: 7 * 24 * 60 * 60_000,
  linkAtMostMs: 30 * 24 * 60 * 60_000,
  /** Of one recording, at a time. */
  links: 50,
  listed: 50,
} as const;

/**
 * Who may see recordings besides the hosts who led the session and the admins: nobody; the hosts of the session's
 * queue; all hosts.
 */
export const recordingAudiences = ['own', 'queue', 'all'] as const;
export type RecordingAudience = (typeof recordingAudiences)[number];
/** `GET`, `PUT /api/playback-access` (admin) */
export const playbackAccessSchema = v.strictObject({ hosts: v.picklist(recordingAudiences) });
export type PlaybackAccess = v.InferOutput<typeof playbackAccessSchema>;

const time = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

export const recordingRowSchema = v.object({
  recordingId: recordingIdSchema,
  sessionId: sessionIdSchema,
  startedAt: time,
  /** Null: it goes on. */
  endedAt: v.nullable(time),
  bytes: v.number(),
  /** Null while the session goes on. */
  customer: v.nullable(nameSchema),
  hosts: v.array(v.string()),
  queue: v.nullable(v.string()),
});
export type RecordingRow = v.InferOutput<typeof recordingRowSchema>;

/** `GET /api/playback` (bearer of a host): newest first. `next`: for `before`; null: there is nothing older. */
export const recordingListSchema = v.object({
  rows: v.array(recordingRowSchema),
  next: v.nullable(time),
});
export type RecordingList = v.InferOutput<typeof recordingListSchema>;
export const recordingsQuerySchema = v.object({
  before: v.optional(v.pipe(v.string(), v.regex(/^\d{1,15}$/), v.transform(Number))),
  sessionId: v.optional(sessionIdSchema),
});

/**
 * A view: `POST /api/playback/:recordingId/views` (bearer of a host), or `POST /api/playback-links/open`. It is in the
 * audit log, and with it comes a cookie for this recording alone, which opens what there is to read of it for a while.
 */
export const viewSchema = v.object({
  manifest: manifestSchema,
  /** What the session's facts say of it. Of a link that anybody may open: without what is for hosts only. */
  report: activityReportSchema,
  /** Where to begin, ms since the recording began. */
  at: time,
  /** May give links to it, and save it. */
  isOwn: v.boolean(),
});
export type RecordingView = v.InferOutput<typeof viewSchema>;

export const linkAudiences = ['hosts', 'anyone'] as const;
export type LinkAudience = (typeof linkAudiences)[number];

/** 256 bits; only its hash is kept. It stands in the fragment of an address, which browsers do not send. */
export const linkSecretSchema = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/));
export const linkIdSchema = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{22}$/));

/** `POST /api/playback/:recordingId/links` (bearer of a host who may see it by right, not by a link). */
export const newLinkSchema = v.strictObject({
  audience: v.picklist(linkAudiences),
  at: time,
  forMs: v.pipe(v.number(), v.safeInteger(), v.minValue(60_000), v.maxValue(playbackLimits.linkAtMostMs)),
});
export type NewLink = v.InferOutput<typeof newLinkSchema>;

export const recordingLinkSchema = v.object({
  linkId: linkIdSchema,
  audience: v.picklist(linkAudiences),
  at: time,
  madeByName: v.string(),
  madeAt: time,
  expiresAt: time,
});
export type RecordingLink = v.InferOutput<typeof recordingLinkSchema>;
/** `GET /api/playback/:recordingId/links`: those that still open it. */
export const recordingLinksSchema = v.array(recordingLinkSchema);
/** The only time that the secret is told. */
export const linkMadeSchema = v.object({ ...recordingLinkSchema.entries, secret: linkSecretSchema });
export type LinkMade = v.InferOutput<typeof linkMadeSchema>;

/** `POST /api/playback-links/open`; for hosts' links with the bearer of a host. */
export const openLinkSchema = v.strictObject({ secret: linkSecretSchema });

/** What can be saved: a file that plays by itself, all that happened as data, a track as it is. */
export const exportKinds = ['html', 'json', 'webm'] as const;
export type ExportKind = (typeof exportKinds)[number];
/** `POST /api/playback/:recordingId/exports` (cookie of a view by right): notes it down; then it may be fetched. */
export const exportBodySchema = v.strictObject({ kind: v.picklist(exportKinds) });
