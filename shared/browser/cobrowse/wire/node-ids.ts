/**
 * Most nodes have the number after that of the node before them, and numbers are what deflate is worst at: two thirds
 * of a snapshot's bytes. Such a number becomes one character, which stands nowhere else in JSON. (`"id":` and a digit
 * is always a member: within a text the quotes are escaped, and an attribute of that name has a string.)
 */
const following = '\u0001';
const member = '"id":';
const digitsAtMost = 15;

/** The digits that begin at `from`; `end` is `from` when there are none, or too many for a node's number. */
function readNumber(text: string, from: number): { end: number; number: number } {
  let end = from;
  let number = 0;
  for (let code = text.charCodeAt(end); code >= 48 && code <= 57; code = text.charCodeAt(end)) {
    number = number * 10 + code - 48;
    end += 1;
  }
  return { end: end - from > digitsAtMost ? from : end, number };
}

export function packIds(json: string): string {
  let packed = '';
  let last = 0;
  let copied = 0;
  for (let at = json.indexOf(member); at >= 0; at = json.indexOf(member, at + member.length)) {
    const from = at + member.length;
    const { end, number } = readNumber(json, from);
    if (end === from) continue;
    const isNext = number === last + 1;
    last = number;
    if (!isNext) continue;
    packed += json.slice(copied, at) + following;
    copied = end;
  }
  return packed + json.slice(copied);
}

/** A RangeError beyond `charsAtMost`: one byte becomes twenty. */
export function unpackIds(text: string, charsAtMost: number): string {
  let unpacked = '';
  let last = 0;
  let copied = 0;
  let chars = text.length;
  let told = text.indexOf(member);
  for (let at = text.indexOf(following); at >= 0; at = text.indexOf(following, at + 1)) {
    for (; told >= 0 && told < at; told = text.indexOf(member, told + member.length)) {
      const from = told + member.length;
      const { end, number } = readNumber(text, from);
      if (end > from) last = number;
    }
    last += 1;
    const made = member + String(last);
    chars += made.length;
    if (chars > charsAtMost) throw new RangeError('too many nodes');
    unpacked += text.slice(copied, at) + made;
    copied = at + 1;
  }
  return unpacked + text.slice(copied);
}
