import * as v from 'valibot';

/**
 * Texts that two people hand to each other, on the link's channel `clipboard`, both ways, JSON. Each is sent by a
 * click of the one who has it, and copied by a click of the one who gets it.
 */
export const clipboardLimits = {
  /** Of a text, as UTF-8. */
  textBytes: 256 * 1024,
  /** Of a message: JSON writes one byte as six at most. */
  messageBytes: 6 * 256 * 1024 + 1_024,
  messagesPerSecond: 1,
  messagesAtOnce: 5,
  /** What is shown of a text before it is copied. */
  shownLines: 6,
  shownChars: 500,
} as const;

const bytesOf = (text: string): number => {
  let bytes = 0;
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_0000 ? 3 : 4;
  }
  return bytes;
};

/** Null: it may be sent. */
export function textFault(text: string): 'empty' | 'too-long' | null {
  if (text === '') return 'empty';
  return text.length > clipboardLimits.textBytes || bytesOf(text) > clipboardLimits.textBytes ? 'too-long' : null;
}

export const clipboardMessageSchema = v.variant('type', [
  v.strictObject({
    type: v.literal('clipboard.text'),
    text: v.pipe(
      v.string(),
      v.maxLength(clipboardLimits.textBytes),
      v.check((text) => textFault(text) === null),
    ),
  }),
  /** Asks for what the other side has; nothing is read before its person says so. */
  v.strictObject({ type: v.literal('clipboard.ask') }),
  v.strictObject({ type: v.literal('clipboard.refuse') }),
]);
export type ClipboardMessage = v.InferOutput<typeof clipboardMessageSchema>;
