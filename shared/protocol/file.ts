import * as v from 'valibot';
import { commandIdSchema } from './ids.ts';

/**
 * Files on the link's channel `file`, both ways: a line of JSON (`fileMessageSchema`), a line feed, and for
 * `file.piece` its bytes. Which files there are, and for whom, is said by the session's facts.
 */

/** Bytes of a piece at most. */
export const filePieceBytes = 256 * 1024;
/** Of one that we send: with its line it is one frame of the link. */
export const filePieceSentBytes = 255 * 1024;

export const fileFailures = [
  /** Its owner's window was reloaded and must be given the file again. */
  'choose-again',
  /** It is not there, was changed on the disk, or cannot be read. */
  'unreadable',
  /** Not for this one, or withdrawn. */
  'not-here',
] as const;
export type FileFailure = (typeof fileFailures)[number];

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
/** Made anew by whoever fetches with each `file.want`: what still comes of an earlier one is not meant any more. */
const place = { fileId: commandIdSchema, round: count };

export const fileMessageSchema = v.variant('type', [
  /** To its owner: all from this byte on, please, and nothing else any more. */
  v.strictObject({ type: v.literal('file.want'), ...place, from: count }),
  /** To its owner: so many bytes from the beginning are on the disk. */
  v.strictObject({ type: v.literal('file.got'), ...place, upTo: count }),
  v.strictObject({ type: v.literal('file.stop'), ...place }),
  v.strictObject({ type: v.literal('file.piece'), ...place, at: count }),
  /** After the last piece: what all of it gives. */
  v.strictObject({
    type: v.literal('file.end'),
    ...place,
    sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  }),
  v.strictObject({ type: v.literal('file.unable'), ...place, code: v.picklist(fileFailures) }),
  /** From its owner, who could not serve it before. */
  v.strictObject({ type: v.literal('file.ready'), fileId: commandIdSchema }),
]);
export type FileMessage = v.InferOutput<typeof fileMessageSchema>;
