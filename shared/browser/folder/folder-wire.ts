import * as v from 'valibot';
import { parseWith } from '../../protocol/codec.ts';
import { folderAskSchema, type FolderAsk, type FolderTell, folderTellSchema } from '../../protocol/folder.ts';
import { encodeLine, splitLine } from '../link/line-message.ts';

export const encodeFolder = (message: FolderAsk | FolderTell, body?: Uint8Array): Uint8Array =>
  encodeLine(message, body);

/** `body` is a view on the bytes. Null: that is none of ours. */
function decode<S extends v.GenericSchema>(schema: S, bytes: Uint8Array) {
  const split = splitLine(bytes);
  const parsed = split && parseWith(schema, split.line);
  return parsed?.ok ? { message: parsed.message, body: split?.body ?? new Uint8Array(0) } : null;
}
export const decodeFolderAsk = (bytes: Uint8Array) => decode(folderAskSchema, bytes);
export const decodeFolderTell = (bytes: Uint8Array) => decode(folderTellSchema, bytes);

const numbered = v.object({ id: v.pipe(v.number(), v.safeInteger(), v.minValue(0)) });
const numberedAsk = v.object({ ask: numbered });

/** The number of what could not be decoded, so that nobody waits for ever. Null: it has none. */
export const numberOfAsk = (bytes: Uint8Array): number | null => decode(numberedAsk, bytes)?.message.ask.id ?? null;
export const numberOfTell = (bytes: Uint8Array): number | null => decode(numbered, bytes)?.message.id ?? null;
