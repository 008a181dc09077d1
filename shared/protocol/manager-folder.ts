import * as v from 'valibot';
import { folderLimits } from './folder-limits.ts';
import { folderAnswerSchema, folderQuestionSchema } from './folder.ts';
import { participantIdSchema } from './ids.ts';

/** Folders between the extension and the Support Manager: the same questions as on the link, bytes as base64. */

const id = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const grant = participantIdSchema;
const typedPath = v.pipe(v.string(), v.maxLength(4_096));
const base64 = v.pipe(v.string(), v.maxLength(Math.ceil(folderLimits.partBytes / 3) * 4));

export const folderPlaces = ['documents', 'downloads', 'desktop', 'pictures'] as const;
/** Why a folder is not opened. */
export const folderRefusals = [
  'not-found',
  /** A whole drive, the whole home, something hidden or of the system. */
  'not-allowed',
  'not-permitted',
] as const;

export const folderManagerQuestions = [
  /** The person's usual folders, to choose from. */
  v.strictObject({ type: v.literal('manager.folder-places'), id }),
  /** The person has chosen it in the extension's own window. One at a time: a newer takes its place. */
  v.strictObject({ type: v.literal('manager.folder-open'), id, grant, path: typedPath, canWrite: v.boolean() }),
  v.strictObject({
    type: v.literal('manager.folder-ask'),
    id,
    grant,
    ask: folderQuestionSchema,
    bytes: v.optional(base64),
  }),
] as const;

export const folderManagerCommands = [v.strictObject({ type: v.literal('manager.folder-close'), grant })] as const;

export const folderManagerFacts = [
  v.strictObject({
    type: v.literal('manager.folder-placed'),
    id,
    places: v.pipe(
      v.array(v.strictObject({ kind: v.picklist(folderPlaces), path: typedPath })),
      v.maxLength(folderPlaces.length),
    ),
  }),
  v.strictObject({ type: v.literal('manager.folder-opened'), id, name: v.pipe(v.string(), v.maxLength(300)) }),
  v.strictObject({ type: v.literal('manager.folder-refused'), id, code: v.picklist(folderRefusals) }),
  v.strictObject({
    type: v.literal('manager.folder-told'),
    id,
    answer: folderAnswerSchema,
    bytes: v.optional(base64),
  }),
] as const;
