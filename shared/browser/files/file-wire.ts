import { parseWith } from '../../protocol/codec.ts';
import { type FileMessage, fileMessageSchema, filePieceBytes } from '../../protocol/file.ts';
import { encodeLine, splitLine } from '../link/line-message.ts';

export const encodeFileMessage = (message: FileMessage, body?: Uint8Array): Uint8Array => encodeLine(message, body);

/** `body` is a view on the bytes. Null: that is none of ours. */
export function decodeFileMessage(bytes: Uint8Array): { message: FileMessage; body: Uint8Array } | null {
  const split = splitLine(bytes);
  if (!split || split.body.length > filePieceBytes) return null;
  const parsed = parseWith(fileMessageSchema, split.line);
  if (!parsed.ok || split.body.length > 0 !== (parsed.message.type === 'file.piece')) return null;
  return { message: parsed.message, body: split.body };
}
