import * as v from 'valibot';
import { requestIdSchema } from '../queue/desk-facts.ts';
import { sessionIdSchema } from './ids.ts';

export const heldLimits = {
  textChars: 200,
  /** With fewer letters nearly everybody is found. */
  leastChars: 2,
  /** Found, exported and erased at once. */
  sessions: 100,
  requests: 100,
} as const;

/** Of what there is something kept. */
export const heldKinds = ['facts', 'reports', 'recordings', 'requests', 'deliveries'] as const;
export type HeldKind = (typeof heldKinds)[number];

/** `POST /api/held/find` (admin, key with `erasure`): a session's id or number, or a name or an answer of a customer. */
export const heldQuerySchema = v.strictObject({
  text: v.pipe(v.string(), v.trim(), v.minLength(heldLimits.leastChars), v.maxLength(heldLimits.textChars)),
});

export const heldSessionSchema = v.object({
  sessionId: sessionIdSchema,
  startedAt: v.number(),
  /** Null: it goes on, and cannot be erased before it is over. */
  endedAt: v.nullable(v.number()),
  customers: v.array(v.string()),
  queue: v.nullable(v.string()),
  facts: v.number(),
});
export type HeldSession = v.InferOutput<typeof heldSessionSchema>;

export const heldRequestSchema = v.object({
  requestId: requestIdSchema,
  at: v.number(),
  name: v.string(),
  queueId: v.string(),
  /** It cannot be erased before it is over. */
  isWaiting: v.boolean(),
});

export const foundSchema = v.object({
  sessions: v.array(heldSessionSchema),
  /** Those that led to no session among these. */
  requests: v.array(heldRequestSchema),
  /** There are more than are told at once. */
  isMore: v.boolean(),
});
export type Found = v.InferOutput<typeof foundSchema>;

/** `POST /api/held/export`, `POST /api/held/erase`: what was found and chosen. */
export const subjectSchema = v.pipe(
  v.strictObject({
    sessionIds: v.pipe(v.array(sessionIdSchema), v.maxLength(heldLimits.sessions)),
    requestIds: v.pipe(v.array(requestIdSchema), v.maxLength(heldLimits.requests)),
  }),
  v.check(({ sessionIds, requestIds }) => sessionIds.length + requestIds.length > 0, 'Nothing was chosen.'),
);
export type Subject = v.InferOutput<typeof subjectSchema>;

const count = v.number();

/** How many pieces went, by kind; `left`: what goes on, and was not touched. */
export const erasedSchema = v.object({
  erased: v.object({ facts: count, reports: count, recordings: count, requests: count, deliveries: count }),
  left: v.object({ sessionIds: v.array(v.string()), requestIds: v.array(v.string()) }),
});
export type Erased = v.InferOutput<typeof erasedSchema>;
