import * as v from 'valibot';

/** Something in a page that its customer has pointed at. */
export const pickedThingSchema = v.strictObject({
  /** Where it is: a selector, or several joined by ` >>> `, each within the shadow root or the frame of the one before. */
  selector: v.pipe(v.string(), v.minLength(1), v.maxLength(2_000)),
  /** What it is called in the customer's own window; goes nowhere else. */
  label: v.pipe(v.string(), v.maxLength(80)),
});
export type PickedThing = v.InferOutput<typeof pickedThingSchema>;
