import { clipboardLimits } from '../../protocol/clipboard.ts';

/** The beginning of a text, to see what it is before it is copied. */
export function firstLines(text: string): string {
  const lines = text.split(/\r\n|\r|\n/);
  const some = lines.slice(0, clipboardLimits.shownLines).join('\n');
  const chars = [...some.slice(0, 2 * clipboardLimits.shownChars)].slice(0, clipboardLimits.shownChars).join('');
  return chars.length < some.length || lines.length > clipboardLimits.shownLines ? `${chars}…` : chars;
}
