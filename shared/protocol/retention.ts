import * as v from 'valibot';

/** What is kept for a time and then forgotten. */
export const retentionKinds = ['sessions', 'pictures', 'recordings', 'requests', 'deliveries', 'audit'] as const;
export type RetentionKind = (typeof retentionKinds)[number];

export const retentionDays = { least: 1, most: 3_650 } as const;

const days = v.pipe(v.number(), v.integer(), v.minValue(retentionDays.least), v.maxValue(retentionDays.most));

/** `GET` and `PUT /api/retention` (admin): days after the end of each thing. */
export const retentionSchema = v.strictObject({
  /** Facts of sessions (chat, notes, consents) and their reports; with them all else that is kept of a session. */
  sessions: days,
  /** Pictures in the chat. */
  pictures: days,
  recordings: days,
  /** What customers said when they asked for help. */
  requests: days,
  /** What was sent to webhooks. */
  deliveries: days,
  audit: days,
});
export type Retention = v.InferOutput<typeof retentionSchema>;

export const usualRetention: Retention = {
  sessions: 365,
  pictures: 90,
  recordings: 30,
  requests: 30,
  deliveries: 30,
  audit: 180,
};

/** Whether something of any kind would be erased sooner. */
export const keepsShorter = (now: Retention, next: Retention): boolean =>
  retentionKinds.some((kind) => next[kind] < now[kind]);
