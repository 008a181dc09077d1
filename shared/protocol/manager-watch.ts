import * as v from 'valibot';
import { participantIdSchema } from './ids.ts';
import { managerLimits } from './manager-limits.ts';
import { patchLimits } from './patch-limits.ts';
import { changedParts, pictureSize, partsFit } from './screen-patch.ts';

/**
 * What changes on a controlled desktop, as the Support Manager sees it, ahead of the browser's capture. It sees the one
 * screen under the grant of control, and only for a moment after input under a grant that stands.
 */

const id = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const grant = participantIdSchema;
/** Of `manager.changed`, on average. */
const bytesPerSecond = v.pipe(
  v.number(),
  v.safeInteger(),
  v.minValue(1),
  v.maxValue(patchLimits.bytesPerSecond.standard),
);

export const watchManagerQuestions = [
  /** From now on `manager.changed` may come, where the screen has exactly this size. One at a time. */
  v.strictObject({ type: v.literal('manager.watch'), id, grant, size: pictureSize, bytesPerSecond }),
] as const;

export const watchManagerCommands = [
  /** The latest `manager.changed` has gone on, and the next one may come: there is one on its way at most. */
  v.strictObject({ type: v.literal('manager.watch-next'), grant }),
  v.strictObject({ type: v.literal('manager.watch-end'), grant }),
] as const;

export const watchManagerFacts = [
  v.pipe(
    v.strictObject({
      type: v.literal('manager.changed'),
      grant,
      size: pictureSize,
      parts: changedParts,
      /** Of all parts, BGRX of four bytes, the last 255, one after the other, as deflate in base64. */
      pixels: v.pipe(v.string(), v.maxLength(managerLimits.changedChars)),
    }),
    v.check((changed) => partsFit(changed)),
  ),
  /** From now on the video shows all of it. */
  v.strictObject({ type: v.literal('manager.unchanged'), grant }),
  /** Nothing more comes: the screen has another size, or tells no more than that something has changed somewhere. */
  v.strictObject({ type: v.literal('manager.unwatched'), grant }),
] as const;
