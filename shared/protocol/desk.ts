import * as v from 'valibot';
import { deskRefusals } from '../queue/desk-action.ts';
import { askedFromSchema, availabilities, requestIdSchema } from '../queue/desk-facts.ts';
import { answersSchema, formFieldSchema } from '../queue/form.ts';
import { hostIdSchema, queueIdSchema } from '../queue/names.ts';
import { nameSchema, sessionIdSchema } from './ids.ts';

const secret = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/));
const language = v.pipe(v.string(), v.maxLength(35));

/** `GET /api/queues/:queueId`: what anybody may know of a queue. */
export const queueFaceSchema = v.object({
  id: queueIdSchema,
  /** Pages of these origins may carry the button; empty: of all. */
  origins: v.array(v.string()),
  name: v.string(),
  description: v.string(),
  languages: v.array(v.string()),
  /** Requests are taken now. */
  isOpen: v.boolean(),
  /** When it opens next, ms since 1970; null: not known, or open. */
  opensAt: v.nullable(v.number()),
  timeZone: v.nullable(v.string()),
  closedText: v.string(),
  nobodyText: v.string(),
  isSomebodyThere: v.boolean(),
  isNameAsked: v.boolean(),
  form: v.array(formFieldSchema),
  /** Whom the customer may choose; empty where that is not offered. */
  hosts: v.array(v.object({ hostId: hostIdSchema, name: nameSchema })),
});
export type QueueFace = v.InferOutput<typeof queueFaceSchema>;

/** `GET /api/queues`: those that take requests, open or not. */
export const queueNamesSchema = v.array(v.object({ id: queueIdSchema, name: v.string(), isOpen: v.boolean() }));
export type QueueNames = v.InferOutput<typeof queueNamesSchema>;

/** `POST /api/requests` */
export const requestBodySchema = v.strictObject({
  queueId: queueIdSchema,
  name: nameSchema,
  answers: answersSchema,
  hostId: v.nullable(hostIdSchema),
  from: v.nullable(askedFromSchema),
  language,
});
export type RequestBody = v.InferOutput<typeof requestBodySchema>;

/** Its answer. The token is the secret of the one who waits, and of their seat in the session after that. */
export const requestedSchema = v.object({ requestId: requestIdSchema, requestToken: secret });
export type Requested = v.InferOutput<typeof requestedSchema>;

/** `PUT /api/desk/availability` (bearer) */
export const availabilityBodySchema = v.strictObject({ availability: v.picklist(availabilities) });

/** `POST /api/desk/requests/:requestId/accept` (bearer): the session that it became. */
export const acceptedSchema = v.object({ sessionId: sessionIdSchema });

export const handOnNoteChars = 345;
/** `POST /api/desk/hand-on` (bearer): the host's own session goes to a host or a queue. */
export const handOnBodySchema = v.strictObject({
  sessionId: sessionIdSchema,
  to: v.union([v.strictObject({ queueId: queueIdSchema }), v.strictObject({ hostId: hostIdSchema })]),
  note: v.pipe(v.string(), v.trim(), v.maxLength(handOnNoteChars)),
});
export type HandOnBody = v.InferOutput<typeof handOnBodySchema>;
/** Its answer, to take it back by `POST /api/desk/requests/:requestId/cancel`. */
export const handedOnSchema = v.object({ requestId: requestIdSchema });

/** `GET /api/desk/targets` (bearer): whom a session can be handed to. */
export const targetsSchema = v.object({
  queues: v.array(v.object({ queueId: queueIdSchema, name: v.string(), waiting: v.number() })),
  hosts: v.array(v.object({ hostId: hostIdSchema, name: nameSchema, availability: v.picklist(availabilities) })),
});
export type Targets = v.InferOutput<typeof targetsSchema>;

export const deskErrorCodes = [...deskRefusals, 'relay.busy'] as const;
