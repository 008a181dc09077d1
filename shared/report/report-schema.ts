import * as v from 'valibot';
import { callMedia } from '../session/call.ts';
import { chatAudiences } from '../session/chat.ts';
import { fileSizeSchema } from '../session/file.ts';
import { roles, sessionEndReasons } from '../session/facts.ts';
import { recordingEnds } from '../session/recording.ts';
import { directions, endReasons, levels, refusalReasons, surfaces } from '../session/share.ts';
import { deedSchema } from '../session/folder-deed.ts';
import { toolEndReasons, tools } from '../session/tool.ts';

/** ms since 1970, relay's time. */
const time = v.number();
const orNull = v.nullable(time);
const name = v.string();

/** `open`: not answered yet. `left`: one of the two has gone; `session-ended`: the session has, before an answer. */
export const consentAnswers = ['open', 'allowed', ...refusalReasons, 'left', 'superseded', 'session-ended'] as const;
export const shownEnds = [...endReasons, 'left', 'session-ended'] as const;
export const callEnds = ['declined', 'no-answer', 'cancelled', 'ended', 'session-ended'] as const;

/** Somebody's time in the session. `to`: null while it lasts. */
export const staySchema = v.object({
  participantId: v.string(),
  name,
  role: v.picklist(roles),
  from: time,
  to: orNull,
});

/** One question to the owner of a surface, its answer, and how long it was shown. */
export const consentSchema = v.object({
  askedBy: name,
  owner: name,
  viewer: name,
  surface: v.picklist(surfaces),
  level: v.picklist(levels),
  direction: v.picklist(directions),
  /** Not asked by itself: whoever may control may look. */
  isImplied: v.boolean(),
  askedAt: time,
  answer: v.picklist(consentAnswers),
  /** Null: nobody did, or the relay when the time was over. */
  answeredBy: v.nullable(name),
  answeredAt: orNull,
  endedAt: orNull,
  endedWhy: v.nullable(v.picklist(shownEnds)),
});

export const calledSchema = v.object({
  by: name,
  medium: v.picklist(callMedia),
  at: time,
  members: v.array(name),
  answeredAt: orNull,
  endedAt: orNull,
  endedWhy: v.nullable(v.picklist(callEnds)),
});

const toolEnds = [...toolEndReasons, 'left', 'session-ended'] as const;

/** One question for something beside surfaces, its answer, and how long that stood. */
export const toolConsentSchema = v.object({
  tool: v.picklist(tools),
  askedBy: name,
  askedOf: name,
  askedAt: time,
  answer: v.picklist(consentAnswers),
  answeredAt: orNull,
  endedAt: orNull,
  endedWhy: v.nullable(v.picklist(toolEnds)),
});

/** Times are of the recording itself: pauses are not in `recordedMs`. */
export const recordedSchema = v.object({
  recordingId: v.string(),
  at: time,
  endedAt: orNull,
  recordedMs: v.number(),
  isAutomatic: v.boolean(),
  endedWhy: v.nullable(v.picklist(recordingEnds)),
});

/** `owner`: whose computer it was. */
export const deedInReportSchema = v.object({ at: time, owner: name, ...deedSchema.entries });

/** What was published, and who has fetched it; its content is nowhere but with them. */
export const fileReportSchema = v.object({
  at: time,
  by: name,
  name: v.string(),
  size: fileSizeSchema,
  mediaType: v.string(),
  /** `all`, `hosts`, or the name of the one that it was for. */
  to: v.string(),
  withdrawnAt: orNull,
  /** Each after the hash was compared with its owner's. */
  received: v.array(v.object({ at: time, by: name, sha256: v.string() })),
});

/** All that is known of a session, made from its facts alone. */
export const activityReportSchema = v.object({
  sessionId: v.string(),
  site: name,
  /** How many facts it is made from. */
  facts: v.number(),
  startedAt: time,
  endedAt: orNull,
  endedReason: v.nullable(v.picklist(sessionEndReasons)),
  /** From the start to the end. */
  handlingMs: v.nullable(v.number()),
  /** Null: invited with a number. Of a request, when a host took it. */
  acceptedAt: orNull,
  waitedMs: v.nullable(v.number()),
  queue: v.nullable(v.string()),
  answers: v.array(v.object({ label: v.string(), answer: v.string() })),
  page: v.nullable(v.object({ url: v.string(), title: v.string() })),
  customer: v.nullable(name),
  /** The first time that anything was shown. */
  firstShownAt: orNull,
  people: v.array(staySchema),
  /** Who led, one after the other. */
  leads: v.array(v.object({ participantId: v.string(), name, from: time, to: orNull })),
  transfers: v.array(v.object({ at: time, from: name, to: name })),
  consents: v.array(consentSchema),
  tools: v.array(toolConsentSchema),
  /** What was done in a folder that somebody had open to a host. */
  deeds: v.array(deedInReportSchema),
  calls: v.array(calledSchema),
  recordings: v.array(recordedSchema),
  files: v.array(fileReportSchema),
  notes: v.array(v.object({ by: name, begunAt: time, at: time, text: v.string() })),
  chat: v.array(
    v.object({ at: time, by: name, audience: v.picklist(chatAudiences), text: v.string(), isPicture: v.boolean() }),
  ),
});
export type ActivityReport = v.InferOutput<typeof activityReportSchema>;
export type Consent = v.InferOutput<typeof consentSchema>;
export type ToolConsent = v.InferOutput<typeof toolConsentSchema>;
export type Called = v.InferOutput<typeof calledSchema>;
export type Stay = v.InferOutput<typeof staySchema>;
