import * as v from 'valibot';
import { nameSchema, participantIdSchema, sessionIdSchema } from '../protocol/ids.ts';
import { answersSchema } from './form.ts';
import { hostIdSchema, queueIdSchema, skillSchema } from './names.ts';

/** A request's id is its customer's place in the session to come. */
export const requestIdSchema = participantIdSchema;
export type RequestId = v.InferOutput<typeof requestIdSchema>;

export const availabilities = ['available', 'busy', 'away'] as const;
export type Availability = (typeof availabilities)[number];
export const requestEnds = ['cancelled', 'gone', 'closed'] as const;
export type RequestEnd = (typeof requestEnds)[number];
/** Why an offer to a host is over. */
export const offerEnds = ['declined', 'no-answer', 'withdrawn'] as const;

const time = v.pipe(v.number(), v.integer(), v.minValue(0));

/** The page that a customer asked from. No query, no fragment: these may hold what is nobody's business. */
export const askedFromSchema = v.strictObject({
  url: v.pipe(v.string(), v.maxLength(1_000), v.regex(/^https?:\/\/[^?#\s\p{Cc}\p{Cf}]+$/u)),
  title: v.pipe(v.string(), v.maxLength(300), v.regex(/^[^\p{Cc}\p{Cf}]*$/u)),
});

/** All that can have happened at a site's desk: who waits, who serves. The state is a fold of these (desk.ts). */
export const deskFactSchema = v.variant('type', [
  v.strictObject({
    type: v.literal('request.entered'),
    requestId: requestIdSchema,
    queueId: queueIdSchema,
    name: nameSchema,
    answers: answersSchema,
    /** Beside those of the queue. */
    skills: v.array(skillSchema),
    /** Only this host may have it. */
    hostId: v.nullable(hostIdSchema),
    from: v.nullable(askedFromSchema),
    language: v.pipe(v.string(), v.maxLength(35)),
    /** Of whoever asks: a keyed hash of the network address. */
    source: v.string(),
    /** When the waiting began: earlier than the fact for one who was passed on. */
    since: time,
    /** One of several in a session that goes on: it is handed to another host. Null: a new session. */
    sessionId: v.nullable(sessionIdSchema),
    /** By the host who hands it on. */
    note: v.pipe(v.string(), v.maxLength(345)),
  }),
  v.strictObject({
    type: v.literal('request.offered'),
    requestId: requestIdSchema,
    hostIds: v.array(hostIdSchema),
    until: time,
  }),
  v.strictObject({
    type: v.literal('offer.ended'),
    requestId: requestIdSchema,
    hostIds: v.array(hostIdSchema),
    why: v.picklist(offerEnds),
  }),
  v.strictObject({
    type: v.literal('request.accepted'),
    requestId: requestIdSchema,
    hostId: hostIdSchema,
    sessionId: sessionIdSchema,
  }),
  /** To another queue; the time waited stays. */
  v.strictObject({ type: v.literal('request.moved'), requestId: requestIdSchema, queueId: queueIdSchema }),
  v.strictObject({ type: v.literal('request.left'), requestId: requestIdSchema, why: v.picklist(requestEnds) }),
  /** What was said with it is forgotten, here and in the facts before (redact.ts). */
  v.strictObject({ type: v.literal('request.erased'), requestId: requestIdSchema }),
  v.strictObject({
    type: v.literal('host.changed'),
    hostId: hostIdSchema,
    name: nameSchema,
    availability: v.picklist(availabilities),
  }),
  /** A host has a session; `queueId` null: not from a queue. */
  v.strictObject({
    type: v.literal('session.taken'),
    sessionId: sessionIdSchema,
    hostId: hostIdSchema,
    queueId: v.nullable(queueIdSchema),
  }),
  /** The session is over, or the host has left it; `wrapUpMs` of the queue that it came from. */
  v.strictObject({
    type: v.literal('session.given-back'),
    sessionId: sessionIdSchema,
    hostId: hostIdSchema,
    wrapUpMs: time,
  }),
  v.strictObject({ type: v.literal('wrap-up.ended'), hostId: hostIdSchema }),
]);
export type DeskFact = v.InferOutput<typeof deskFactSchema>;

/** `seq` counts from 1 without a gap in the store; `at` is the relay's time, ms since 1970. */
export const deskEntrySchema = v.strictObject({ seq: time, at: time, fact: deskFactSchema });
export type DeskEntry = v.InferOutput<typeof deskEntrySchema>;
