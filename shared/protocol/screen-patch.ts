import * as v from 'valibot';
import { commandIdSchema } from './ids.ts';
import { streamId } from './media.ts';
import { patchLimits } from './patch-limits.ts';

/**
 * The link's channel `screen-patch`, from the owner of a controlled screen to who controls it: what has changed there,
 * ahead of the video. `length u16` of a JSON header, the header, then the pixels of all parts one after the other, as
 * deflate.
 */

const side = v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(patchLimits.side));
const offset = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(patchLimits.side));
export const pictureSize = v.pipe(
  v.strictObject({ width: side, height: side }),
  v.check(({ width, height }) => width * height <= patchLimits.picturePixels),
);
export type PictureSize = v.InferOutput<typeof pictureSize>;
const partSchema = v.strictObject({ x: offset, y: offset, width: side, height: side });
export type PatchPart = v.InferOutput<typeof partSchema>;
export const changedParts = v.pipe(v.array(partSchema), v.minLength(1), v.maxLength(patchLimits.parts));

/** Parts of a picture: they lie in it, and are not too large together. */
export const partsFit = ({ size, parts }: { size: PictureSize; parts: PatchPart[] }): boolean =>
  parts.every((one) => one.x + one.width <= size.width && one.y + one.height <= size.height) &&
  parts.reduce((all, { width, height }) => all + width * height, 0) <= patchLimits.pixels;

export const patchFormats = ['I420', 'NV12', 'BGRA', 'BGRX', 'RGBA', 'RGBX'] as const;
export type PatchFormat = (typeof patchFormats)[number];

export const coloursSchema = v.strictObject({
  primaries: v.nullable(v.picklist(['bt709', 'bt470bg', 'smpte170m'])),
  transfer: v.nullable(v.picklist(['bt709', 'smpte170m', 'iec61966-2-1'])),
  matrix: v.nullable(v.picklist(['rgb', 'bt709', 'bt470bg', 'smpte170m'])),
  fullRange: v.nullable(v.boolean()),
});
export type PatchColours = v.InferOutput<typeof coloursSchema>;

/** The grant of control, and the picture. */
const under = { grant: commandIdSchema, stream: streamId };

const putSchema = v.pipe(
  v.strictObject({
    type: v.literal('patch.put'),
    ...under,
    /** Of the whole picture. */
    size: pictureSize,
    format: v.picklist(patchFormats),
    colours: coloursSchema,
    parts: changedParts,
  }),
  v.check((changed) => partsFit(changed)),
);
/** From now on the video shows all of it. */
const clearSchema = v.strictObject({ type: v.literal('patch.clear'), ...under });
export const patchHeaderSchema = v.union([putSchema, clearSchema]);
export type PatchHeader = v.InferOutput<typeof patchHeaderSchema>;
export type PatchPut = v.InferOutput<typeof putSchema>;
