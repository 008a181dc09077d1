import * as v from 'valibot';
import { entryNameSchema, sha256Schema } from '../protocol/folder.ts';
import { commandIdSchema, type ParticipantId } from '../protocol/ids.ts';
import type { OpenSession } from './state.ts';
import { toolKey } from './tool.ts';

export const deedKinds = [
  'downloaded',
  /** Bytes of it were read, and then not to its end, or it was never said to have arrived. */
  'read-in-part',
  'uploaded',
  'replaced',
  'made',
  'renamed',
  'removed',
  /** Its owner was asked, and said no. */
  'not-replaced',
  'not-removed',
] as const;

/** As much of a path as is kept. */
export const deedPathChars = 1_000;

/** What was done in somebody's folder. */
export const deedSchema = v.strictObject({
  kind: v.picklist(deedKinds),
  /** From the open folder down, for people to read; its end where it is too long. */
  path: v.pipe(v.string(), v.minLength(1), v.maxLength(deedPathChars)),
  /** Of a file that was moved whole; of one that was read in part, how much was. */
  size: v.nullable(v.pipe(v.number(), v.safeInteger(), v.minValue(0))),
  sha256: v.nullable(sha256Schema),
  /** The new name. */
  to: v.nullable(entryNameSchema),
});
export type Deed = v.InferOutput<typeof deedSchema>;

/** Not to be taken apart again. */
export const pathText = (path: readonly string[]): string => path.join('/').slice(-deedPathChars);

/** What one fact tells at most. */
export const deedsAtOnce = 50;
export const notedEntries = {
  grantId: commandIdSchema,
  deeds: v.pipe(v.array(deedSchema), v.minLength(1), v.maxLength(deedsAtOnce)),
};

/**
 * Whose folder it is tells. That the grant has ended meanwhile changes nothing: what was done was done, and it tells
 * of nobody's computer but its own.
 */
export const mayNoteDeeds = ({ tools }: OpenSession, by: ParticipantId): boolean =>
  tools[toolKey({ tool: 'files', to: by })] !== undefined;
