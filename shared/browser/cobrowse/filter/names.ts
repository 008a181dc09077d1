import { isPlain } from './plain-word.ts';

export interface Names {
  /** A class, an id or the like. */
  name(name: string): string;
  /** One that a style sheet has a rule for. */
  ruled(name: string): string;
  /** Several, with white space between. */
  list(names: string): string;
}

export interface NamesDeps {
  /** Plain words too. */
  all: boolean;
  /** What must not be seen even as a part of a name. */
  hidden(text: string): boolean;
  /** Some sheets cannot be changed: names that look made by a build tool (`Button_root__3xY9k`) stay. */
  isLoose(): boolean;
}

const most = 50_000;
const built = /^[a-z_][\w-]{0,59}$/i;

function isBuilt(name: string): boolean {
  if (!built.test(name) || /\d{4}/.test(name)) return false;
  const odd = name.split(/[_-]+/).filter((part) => !isPlain(part));
  return odd.length <= 1 && odd.every((part) => part.length <= 8);
}

/**
 * Names that are not plain words leave as numbers, the same number for the same name wherever it stands:
 * in attributes and in style sheets alike, so that rules still match. A number tells nothing, not even to
 * one who guesses the name, as a hash would.
 */
export function createNames({ all, hidden, isLoose }: NamesDeps): Names {
  const numbers = new Map<string, string>();
  const lists = new Map<string, string>();
  /** Of style sheets, and left as they are. */
  const known = new Set<string>();

  function number(name: string): string {
    let made = numbers.get(name);
    if (made === undefined) {
      if (numbers.size >= most) return 'n0';
      made = `n${numbers.size + 1}`;
      numbers.set(name, made);
    }
    return made;
  }
  // A name that has left as a number stays one.
  const name = (text: string) =>
    text === '' || (!all && !numbers.has(text) && (isPlain(text) || (isLoose() && isBuilt(text))) && !hidden(text))
      ? text
      : number(text);

  /** Of several that tell something together: what a sheet has told already is its author's word. */
  const numberUnlessKnown = (text: string) => (known.has(text) && !hidden(text) ? text : number(text));

  return {
    name,
    ruled(text) {
      const kept = name(text);
      if (kept === text && known.size < most) known.add(text);
      return kept;
    },
    list(names) {
      // A value with spaces in it is several names here, each of which may look plain.
      const isTold = all || hidden(names);
      if (!isTold && isPlain(names)) return names;
      const before = lists.get(names);
      if (before !== undefined && !isTold) return before;
      const made = names
        .split(/\s+/)
        .filter(Boolean)
        .map(all ? number : isTold ? numberUnlessKnown : name)
        .join(' ');
      if (lists.size >= most) lists.clear();
      lists.set(names, made);
      return made;
    },
  };
}
