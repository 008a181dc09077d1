import * as v from 'valibot';

/** Part of the link: `/help/QUEUE`. */
export const queueIdSchema = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,39}$/));
/** A host as the sign-in knows it. */
export const hostIdSchema = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,64}$/));
export const skillSchema = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(40));

export type QueueId = v.InferOutput<typeof queueIdSchema>;
export type HostId = v.InferOutput<typeof hostIdSchema>;
