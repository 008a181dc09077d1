import { plain } from '../../../shared/protocol/plain-text.ts';
import type { Command, CommandGroup } from './command.ts';

export interface FoundCommand extends Command {
  /** Of its group. */
  title: string;
}

/** Lower is better; null: not meant. Each word that was typed begins a word of the command, or is inside of one. */
function rank(found: FoundCommand, words: readonly string[]): number | null {
  const label = plain(found.label);
  const all = `${label} ${plain(found.title)}`;
  const starts = ` ${all.replaceAll(/[^\p{L}\p{N}]+/gu, ' ')}`;
  if (!words.every((word) => all.includes(word))) return null;
  if (label.startsWith(words.join(' '))) return 0;
  return words.every((word) => starts.includes(` ${word}`)) ? 1 : 2;
}

/** All commands that are meant by the words, in any order of them and without regard to accents; the likeliest first. */
export function findCommands(groups: readonly CommandGroup[], typed: string): FoundCommand[] {
  const all = groups.flatMap(({ title, commands }) => commands.map((one) => ({ ...one, title })));
  const words = plain(typed).split(/\s+/).filter(Boolean);
  // What cannot be done now comes after what can, wherever that leaves the order of the groups.
  const isOut = (one: FoundCommand) => Number(one.lack !== null);
  if (words.length === 0) return all.toSorted((a, b) => isOut(a) - isOut(b));
  return all
    .flatMap((one) => {
      const at = rank(one, words);
      return at === null ? [] : [{ one, at }];
    })
    .toSorted((a, b) => a.at - b.at || isOut(a.one) - isOut(b.one))
    .map(({ one }) => one);
}
