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
    text.split(/[^\p{L}\p{N}]+/u).every(isPlainPart) &&
    !/\d\D{0,2}\d\D{0,2}\d\D{0,2}\d/.test(text);
  if (known.size >= most) known.clear();
  known.set(text, answer);
  return answer;
}

function isPlainPart(part: string): boolean {
  if (/^\d{0,3}$/.test(part)) return true;
  const word = /^(\p{L}{1,24})(?:\d{1,3}|[23]d)?(?:px|rem|em|x|xl)?$/u.exec(part)?.[1];
  if (word === undefined) return false;
  if (/[bcdfghjklmnpqrstvwxz]{6}/i.test(word)) return false;
  const capitals = word.replace(/[^A-Z]+/g, '').length;
  return capitals <= (capitals === word.length ? 5 : 4);
}
