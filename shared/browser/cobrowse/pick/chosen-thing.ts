import * as v from 'valibot';
import { pickedThingSchema } from '../../../protocol/picked-thing.ts';

export const chosenThingSchema = v.object({
  ...pickedThingSchema.entries,
  page: v.string(),
  frameOrigin: v.nullable(v.string()),
  purpose: v.picklist(['hide', 'show']),
});
/** Something that the customer has hidden, or a field that the customer lets be seen. */
export type ChosenThing = v.InferOutput<typeof chosenThingSchema>;
