import * as v from 'valibot';
import { queueIdSchema } from '../queue/names.ts';
import { timeZoneSchema } from './periods.ts';

/** Of whoever looks: days begin at their midnight. */
export const supervisionQuerySchema = v.object({ timeZone: v.optional(timeZoneSchema, 'UTC') });
/** Of one queue, or of all together. */
export const reportQuerySchema = v.object({ ...supervisionQuerySchema.entries, queueId: v.optional(queueIdSchema) });
