import * as v from 'valibot';
import { fieldIdSchema } from './form.ts';
import { hostIdSchema, queueIdSchema, skillSchema } from './names.ts';

export const comparisons = ['contains', 'equals', 'less', 'greater'] as const;

/** IF the answer to a field … THEN. */
export const ruleSchema = v.strictObject({
  when: v.strictObject({
    field: fieldIdSchema,
    is: v.picklist(comparisons),
    value: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200)),
  }),
  // oxlint-disable-next-line unicorn/no-thenable -- An object, never a function: awaiting it does no harm.
  then: v.variant('to', [
    v.strictObject({ to: v.literal('queue'), queueId: queueIdSchema }),
    v.strictObject({ to: v.literal('host'), hostId: hostIdSchema }),
    v.strictObject({ to: v.literal('skill'), skill: skillSchema }),
  ]),
});
export type Rule = v.InferOutput<typeof ruleSchema>;
