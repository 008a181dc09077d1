import * as v from 'valibot';
import { lookSchema, plainLook } from './branding.ts';
import { deskErrorCodes } from './desk.ts';
import { invitationErrorCodes, joinCodeSchema } from './invitation.ts';
import { recordingErrorCodes } from '../recording/recording-errors.ts';
import { nameSchema, participantIdSchema, sessionIdSchema, ticketSchema } from './ids.ts';

/** Secret of one participant in one session; it fetches tickets and survives reloads. Never in a URL. */
const participantTokenSchema = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/));

const httpsSchema = v.pipe(v.string(), v.startsWith('https://'), v.url());

/** `GET /api/site` */
export const siteSchema = v.object({
  name: nameSchema,
  /** One that cannot be read, or that an older relay does not know, keeps nobody from being helped. */
  look: v.fallback(lookSchema, plainLook),
  protocol: v.number(),
  /** False: content goes through the relay only, sealed, and nobody learns the other's network address. */
  peerToPeer: v.boolean(),
  /** The site has a mail server for invitations. */
  mail: v.optional(v.boolean(), false),
  /** The extension's pages in the stores, where there are any. */
  stores: v.object({ chrome: v.nullable(httpsSchema), firefox: v.nullable(httpsSchema) }),
});
export type Site = v.InferOutput<typeof siteSchema>;

/** One's place in a session: `POST /api/join`, and part of the answer of `POST /api/sessions`. */
export const seatSchema = v.object({
  sessionId: sessionIdSchema,
  participantId: participantIdSchema,
  participantToken: participantTokenSchema,
});
export type Seat = v.InferOutput<typeof seatSchema>;

/** `POST /api/sessions/:sessionId/number` (bearer) */
export const freshNumberSchema = v.object({
  sessionNumber: v.pipe(v.string(), v.regex(/^\d{9}$/)),
  /** ms since 1970 */
  expiresAt: v.number(),
});
export type FreshNumber = v.InferOutput<typeof freshNumberSchema>;

/** `POST /api/sessions` (bearer): a new session with its first number. */
export const startedSchema = v.object({ ...seatSchema.entries, ...freshNumberSchema.entries });
export type Started = v.InferOutput<typeof startedSchema>;

/** `GET /api/sessions` (bearer): sessions that the host is asked to help in, then the own open ones, newest first. */
export const ownSessionsSchema = v.array(
  v.object({
    sessionId: sessionIdSchema,
    startedAt: v.number(),
    customer: v.nullable(nameSchema),
    waiting: v.number(),
    /** Who asks for help in it; null: the host is in it. */
    invitedBy: v.optional(v.nullable(nameSchema), null),
  }),
);
export type OwnSessions = v.InferOutput<typeof ownSessionsSchema>;

/** `POST /api/join`: with a number that was told, or with the code of a link. */
export const joinBodySchema = v.union([
  v.strictObject({ sessionNumber: v.pipe(v.string(), v.regex(/^\d{9}$/)), name: nameSchema }),
  v.strictObject({ code: joinCodeSchema, name: nameSchema }),
]);
export type JoinBody = v.InferOutput<typeof joinBodySchema>;

/** `POST /api/tickets` (participant token as bearer): one ticket opens one socket, once. */
export const ticketAnswerSchema = v.object({ ticket: ticketSchema });

export const restErrorCodes = [
  'body.invalid',
  'auth.required',
  'admin.required',
  'scope.missing',
  /** Not https, or an address that is not on the internet. */
  'webhook.address',
  'number.unknown',
  'rate.limited',
  'session.full',
  'session.ended',
  'not-found',
  'internal',
  'session.running',
  'feedback.given',
  'feedback.too-late',
  'note.refused',
  'recording.links-full',
  ...deskErrorCodes,
  ...invitationErrorCodes,
  ...recordingErrorCodes,
] as const;
export type RestErrorCode = (typeof restErrorCodes)[number];
/** Every error answer of the REST interface. */
export const restErrorSchema = v.object({
  error: v.picklist(restErrorCodes),
  /** Seconds, with `rate.limited`. */
  retryAfter: v.optional(v.number()),
});
