import * as v from 'valibot';

/** `PUT /api/supervision/goal` (admin): who is accepted within it is served in time. */
export const goalSchema = v.strictObject({
  withinMs: v.pipe(v.number(), v.integer(), v.minValue(1_000), v.maxValue(60 * 60_000)),
});
export type Goal = v.InferOutput<typeof goalSchema>;
