import * as v from 'valibot';
import { nameSchema } from '../protocol/ids.ts';

const text = (most: number) => v.pipe(v.string(), v.maxLength(most));

/** How the customer of a session came, where it was from a queue. */
export const cameFromSchema = v.strictObject({
  queue: nameSchema,
  /** What was asked, and what was answered. */
  answers: v.pipe(v.array(v.strictObject({ label: text(80), answer: text(2_000) })), v.maxLength(30)),
  /** The page that help was asked from. */
  page: v.nullable(v.strictObject({ url: text(2_000), title: text(300) })),
  language: text(35),
  waitedMs: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** Opened for the host at the beginning. */
  openUrl: v.nullable(v.pipe(text(1_000), v.url(), v.regex(/^https?:/))),
});
export type CameFrom = v.InferOutput<typeof cameFromSchema>;
