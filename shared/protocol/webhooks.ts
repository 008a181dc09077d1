import * as v from 'valibot';

export const webhookEvents = [
  'request.entered',
  'request.accepted',
  'request.left',
  'request.moved',
  'session.ended',
  'host.changed',
] as const;
export type WebhookEvent = (typeof webhookEvents)[number];

/** `POST /api/webhooks` and `PUT /api/webhooks/:webhookId` (admin) */
export const webhookBodySchema = v.strictObject({
  url: v.pipe(v.string(), v.maxLength(1_000), v.url(), v.regex(/^https?:\/\//)),
  events: v.pipe(v.array(v.picklist(webhookEvents)), v.minLength(1), v.maxLength(webhookEvents.length)),
  isOn: v.boolean(),
});
export type WebhookBody = v.InferOutput<typeof webhookBodySchema>;

/** `GET /api/webhooks` (admin) */
export const webhookSchema = v.strictObject({
  webhookId: v.string(),
  ...webhookBodySchema.entries,
  madeAt: v.number(),
});
export type Webhook = v.InferOutput<typeof webhookSchema>;
export const webhooksSchema = v.array(webhookSchema);

/** Its signatures are made with the secret, which is told here and never again. */
export const webhookAddedSchema = v.strictObject({ webhookId: v.string(), secret: v.string() });

export const deliveryStates = ['waiting', 'sent', 'failed'] as const;
export const deliveryProblems = ['status', 'timeout', 'address', 'network'] as const;
export type DeliveryProblem = (typeof deliveryProblems)[number];

/** `GET /api/webhooks/deliveries` (admin): the last ones, newest first. */
export const deliverySchema = v.strictObject({
  deliveryId: v.string(),
  webhookId: v.string(),
  event: v.picklist(webhookEvents),
  madeAt: v.number(),
  state: v.picklist(deliveryStates),
  /** The next try, while it waits. */
  dueAt: v.number(),
  tries: v.number(),
  /** Of the last answer; null: there was none. */
  status: v.nullable(v.number()),
  problem: v.nullable(v.picklist(deliveryProblems)),
  doneAt: v.nullable(v.number()),
});
export type Delivery = v.InferOutput<typeof deliverySchema>;
export const deliveriesSchema = v.array(deliverySchema);

/** What a webhook gets. The same `id` may come more than once, and means the same each time. */
export const webhookWordSchema = v.strictObject({
  id: v.string(),
  event: v.picklist(webhookEvents),
  /** When it happened, ms since 1970. */
  at: v.number(),
  data: v.record(v.string(), v.unknown()),
});
export type WebhookWord = v.InferOutput<typeof webhookWordSchema>;
