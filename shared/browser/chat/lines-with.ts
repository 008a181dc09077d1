import { plain } from '../../protocol/plain-text.ts';
import type { ChatLine } from '../../session/chat.ts';

/** What was said with these words in it, or by whoever is called so; without regard to accents. */
export function linesWith(
  lines: readonly ChatLine[],
  sought: string,
  nameOf: (participantId: string) => string,
): readonly ChatLine[] {
  const words = plain(sought).split(/\s+/).filter(Boolean);
  if (words.length === 0) return lines;
  return lines.filter(({ text, by }) => {
    const all = plain(`${nameOf(by)} ${text}`);
    return words.every((word) => all.includes(word));
  });
}
