/**
 * Most nodes have the number after that of the node before them, and numbers are what deflate is worst at: two thirds
 * of a snapshot's bytes. Such a number becomes one character, which stands nowhere else in JSON. (`"id":` and a digit
 * is always a member: within a text the quotes are escaped, and an attribute of that name has a string.)
 */
const following = '\u0001';
const member = /"id":(\d{1,15})(?!\d)/g;
const packed = new RegExp(`${following}|${member.source}`, 'g');

export function packIds(json: string): string {
  let last = 0;
  return json.replace(member, (all, digits: string) => {
    const isNext = Number(digits) === last + 1;
    last = Number(digits);
    return isNext ? following : all;
  });
}

/** A RangeError beyond `charsAtMost`: one byte becomes twenty. */
export function unpackIds(text: string, charsAtMost: number): string {
  let last = 0;
  let chars = text.length;
  return text.replace(packed, (all, digits: string | undefined) => {
    last = digits === undefined ? last + 1 : Number(digits);
    if (digits !== undefined) return all;
    const made = `"id":${last}`;
    chars += made.length;
    if (chars > charsAtMost) throw new RangeError('too many nodes');
    return made;
  });
}
