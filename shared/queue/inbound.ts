import * as v from 'valibot';
import { cannedLimits, cannedTextSchema } from './canned-text.ts';
import { layouts, layoutsSchema } from './layouts.ts';
import { hostIdSchema, skillSchema } from './names.ts';
import { queueSchema } from './queue.ts';

const capacity = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(20));

/** What the site has decided about requests of customers: the whole distribution. */
export const inboundSchema = v.pipe(
  v.strictObject({
    /** False: there are no queues, only session numbers. */
    isOn: v.boolean(),
    /** `single`: each host has one session at a time, whatever the capacity. */
    mode: v.picklist(['single', 'multi']),
    /** Sessions of one host at a time, where it has no other. */
    capacity,
    /** Which consoles hosts get who have none of their own. */
    consoles: v.optional(layoutsSchema, [...layouts]),
    /** A request that has waited for so long is one priority higher. */
    ageingMs: v.pipe(v.number(), v.integer(), v.minValue(1_000), v.maxValue(24 * 60 * 60_000)),
    queues: v.pipe(v.array(queueSchema), v.maxLength(100)),
    hosts: v.pipe(
      v.array(
        v.strictObject({
          hostId: hostIdSchema,
          skills: v.pipe(v.array(skillSchema), v.maxLength(50)),
          capacity: v.nullable(capacity),
          /** Which consoles this host gets; null: those of the site. */
          consoles: v.optional(v.nullable(layoutsSchema), null),
        }),
      ),
      v.maxLength(1_000),
    ),
    /** Of all queues, and of sessions without one. */
    cannedTexts: v.optional(v.pipe(v.array(cannedTextSchema), v.maxLength(cannedLimits.ofSite)), []),
  }),
  v.check(({ queues }) => new Set(queues.map(({ id }) => id)).size === queues.length, 'Two queues have one id.'),
);
export type Inbound = v.InferOutput<typeof inboundSchema>;
