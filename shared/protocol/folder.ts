import * as v from 'valibot';
import { nameFault } from './entry-name.ts';
import { folderLimits } from './folder-limits.ts';
import { commandIdSchema } from './ids.ts';

/**
 * A folder of one person's computer that another may look into: on the link's channel `folder`, and between the
 * extension and the Support Manager. A message is one line of JSON; bytes of a file follow it.
 */

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const fileBytes = v.pipe(count, v.maxValue(folderLimits.fileBytes));

export const entryNameSchema = v.pipe(
  v.string(),
  v.check((name) => nameFault(name) === null),
);
/** Names from the open folder down; the folder itself is `[]`. Never a text with separators. */
export const pathSchema = v.pipe(v.array(entryNameSchema), v.maxLength(folderLimits.depth));
export type Path = v.InferOutput<typeof pathSchema>;
const ownPath = v.pipe(pathSchema, v.minLength(1));

export const sha256Schema = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

export const folderEntrySchema = v.strictObject({
  name: entryNameSchema,
  kind: v.picklist(['file', 'folder']),
  /** Of a file, in bytes. */
  size: v.nullable(count),
  /** ms since 1970; null: not known. */
  modified: v.nullable(v.pipe(v.number(), v.safeInteger())),
});
export type FolderEntry = v.InferOutput<typeof folderEntrySchema>;

const id = { id: count };
/** A file that is open, by the number that its opening was answered with. */
const file = count;

export const folderQuestionSchemas = [
  v.strictObject({ type: v.literal('folder.hello'), ...id }),
  v.strictObject({ type: v.literal('folder.list'), ...id, path: pathSchema, from: count }),
  v.strictObject({ type: v.literal('folder.stat'), ...id, path: pathSchema }),
  v.strictObject({
    type: v.literal('folder.search'),
    ...id,
    path: pathSchema,
    text: v.pipe(v.string(), v.minLength(1), v.maxLength(folderLimits.searchChars)),
  }),
  /** To be read: what is read is of that moment, or the reading fails with `changed`. */
  v.strictObject({ type: v.literal('folder.open'), ...id, path: ownPath }),
  v.strictObject({
    type: v.literal('folder.read'),
    ...id,
    file,
    offset: fileBytes,
    length: v.pipe(count, v.minValue(1), v.maxValue(folderLimits.partBytes)),
  }),
  /** To be written, under another name until it is whole. `replace`: its owner is asked first. */
  v.strictObject({
    type: v.literal('folder.create'),
    ...id,
    path: ownPath,
    size: fileBytes,
    replace: v.boolean(),
  }),
  /** Its bytes follow; parts come in order. */
  v.strictObject({ type: v.literal('folder.write'), ...id, file, offset: fileBytes }),
  /** All was read, or written; both sides have counted the same, or it is `wrong-hash` and nothing is kept. */
  v.strictObject({ type: v.literal('folder.finish'), ...id, file, sha256: sha256Schema }),
  v.strictObject({ type: v.literal('folder.drop'), ...id, file }),
  v.strictObject({ type: v.literal('folder.make'), ...id, path: ownPath }),
  /** Within its folder. */
  v.strictObject({ type: v.literal('folder.rename'), ...id, path: ownPath, name: entryNameSchema }),
  /** With all that is in it, once its owner has said yes. */
  v.strictObject({ type: v.literal('folder.remove'), ...id, path: ownPath }),
] as const;
export const folderQuestionSchema = v.variant('type', [...folderQuestionSchemas]);
export type FolderQuestion = v.InferOutput<typeof folderQuestionSchema>;

export const folderFailures = [
  /** The grant is over, or was for another. */
  'not-granted',
  /** Its owner has not picked one yet, or it was closed. */
  'no-folder',
  'not-found',
  'exists',
  /** A folder where a file was meant, or the other way round. */
  'wrong-kind',
  /** It leads out of the folder: a link, another drive, a device. */
  'leads-out',
  'read-only',
  /** Its owner said no, or nothing in time. */
  'denied',
  /** By the system, or the browser. */
  'not-permitted',
  /** Something else has changed it meanwhile. */
  'changed',
  'wrong-hash',
  'too-large',
  /** The site wants no files of that type or size to be moved. */
  'against-rules',
  'too-many',
  'disk-full',
  'impossible',
  'closed',
  'failed',
] as const;
export type FolderFailure = (typeof folderFailures)[number];

const openFolderSchema = v.strictObject({ name: v.pipe(v.string(), v.maxLength(300)), canWrite: v.boolean() });
export type OpenFolder = v.InferOutput<typeof openFolderSchema>;

export const folderAnswerSchemas = [
  v.strictObject({ type: v.literal('folder.here'), ...id, folder: v.nullable(openFolderSchema) }),
  v.strictObject({
    type: v.literal('folder.listed'),
    ...id,
    entries: v.pipe(v.array(folderEntrySchema), v.maxLength(folderLimits.page)),
    /** Where the next page begins. */
    next: v.nullable(count),
    /** Links, devices, hidden ones and names that are none: how many are not in the list. */
    left: count,
  }),
  v.strictObject({ type: v.literal('folder.entry'), ...id, entry: folderEntrySchema }),
  v.strictObject({
    type: v.literal('folder.found'),
    ...id,
    found: v.pipe(
      v.array(v.strictObject({ path: ownPath, entry: folderEntrySchema })),
      v.maxLength(folderLimits.found),
    ),
    /** False: there may be more. */
    isWhole: v.boolean(),
  }),
  v.strictObject({
    type: v.literal('folder.opened'),
    ...id,
    file,
    size: fileBytes,
    modified: v.nullable(v.pipe(v.number(), v.safeInteger())),
  }),
  /** The bytes follow. */
  v.strictObject({ type: v.literal('folder.bytes'), ...id }),
  v.strictObject({ type: v.literal('folder.done'), ...id }),
  v.strictObject({ type: v.literal('folder.failed'), ...id, code: v.picklist(folderFailures) }),
] as const;
export const folderAnswerSchema = v.variant('type', [...folderAnswerSchemas]);
export type FolderAnswer = v.InferOutput<typeof folderAnswerSchema>;

/** Whoever may look says under which grant. */
export const folderAskSchema = v.strictObject({ grant: commandIdSchema, ask: folderQuestionSchema });
export type FolderAsk = v.InferOutput<typeof folderAskSchema>;

/** From the owner: an answer, or unasked that another folder is open now, or none. */
export const folderTellSchema = v.variant('type', [
  ...folderAnswerSchemas,
  v.strictObject({ type: v.literal('folder.news'), grant: commandIdSchema, folder: v.nullable(openFolderSchema) }),
]);
export type FolderTell = v.InferOutput<typeof folderTellSchema>;
