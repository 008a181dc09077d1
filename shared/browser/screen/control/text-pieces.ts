import { screenLimits } from '../../../protocol/screen-limits.ts';

/** A text in messages of a length that may be sent; no character is cut in two. */
export function textPieces(text: string, atMost: number = screenLimits.textChars): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const character of text.slice(0, screenLimits.pasteChars).replaceAll(/\r\n?/g, '\n')) {
    if (piece.length + character.length > atMost) {
      pieces.push(piece);
      piece = '';
    }
    // Half a character, where the text was cut off.
    if (character.isWellFormed()) piece += character;
  }
  return piece === '' ? pieces : [...pieces, piece];
}
