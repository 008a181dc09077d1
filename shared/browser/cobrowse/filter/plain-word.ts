const known = new Map<string, boolean>();
const most = 20_000;

/**
 * Is this made of words, as people write names of classes, states and fonts, and not of what tells one
 * person or thing from another? `btn-primary`, `md:w-1/2`, `isOpen`: yes. `u-8f3a9c`, `CANARY17x`: no.
 */
export function isPlain(text: string): boolean {
  let answer = known.get(text);
  if (answer !== undefined) return answer;
  answer =
    text.length <= 100 &&
    (isAscii.test(text)
      ? text.split(/[^a-z0-9]+/i).every(isPlainAscii)
      : text.split(/[^\p{L}\p{N}]+/u).every(isPlainPart)) &&
    !/\d\D{0,2}\d\D{0,2}\d\D{0,2}\d/.test(text);
  if (known.size >= most) known.clear();
  known.set(text, answer);
  return answer;
}

/** Browsers take milliseconds to prepare a pattern of all the world's letters; most names have none but these. */
const isAscii = /^[\x20-\x7e]*$/;
const asciiWord = /^([a-zA-Z]{1,24})(?:\d{1,3}|[23]d)?(?:px|rem|em|x|xl)?$/;
const isPlainAscii = (part: string) => isPlainBy(asciiWord, part);
const isPlainPart = (part: string) => isPlainBy(/^(\p{L}{1,24})(?:\d{1,3}|[23]d)?(?:px|rem|em|x|xl)?$/u, part);

function isPlainBy(pattern: RegExp, part: string): boolean {
  if (/^\d{0,3}$/.test(part)) return true;
  const word = pattern.exec(part)?.[1];
  if (word === undefined) return false;
  if (/[bcdfghjklmnpqrstvwxz]{6}/i.test(word)) return false;
  const capitals = word.replace(/[^A-Z]+/g, '').length;
  return capitals <= (capitals === word.length ? 5 : 4);
}
