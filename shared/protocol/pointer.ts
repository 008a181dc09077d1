import * as v from 'valibot';
import { documentIdSchema, targetSchema } from './peer.ts';

const fraction = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

/**
 * Where somebody's pointer is on the shared page: channel `pointer`, both ways, JSON. Newest wins and any may be
 * lost, so each says all. It is for the eye only and presses nothing.
 */
export const pointerSchema = v.strictObject({
  documentId: documentIdSchema,
  /** Null: over nothing that the mirror has; then the fractions of the viewport count. */
  at: v.nullable(targetSchema),
  /** Of the viewport's width and height. */
  x: fraction,
  y: fraction,
  /** Presses since the document was opened: one more than before draws a ripple. */
  presses: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  /** False: it has left the page, or is where nobody may look. */
  here: v.boolean(),
});
export type Pointer = v.InferOutput<typeof pointerSchema>;
