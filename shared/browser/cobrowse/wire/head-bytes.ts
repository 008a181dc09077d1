/**
 * A message of the mirror channel: how much of the last head is the same at its beginning and at its end (a byte
 * each), how long what is between them is (two bytes), that, and then the body. So the head of one change among many
 * is some six bytes, and whoever only looks where a message goes need not inflate it.
 */
interface Split {
  head: Uint8Array;
  body: Uint8Array;
}

const lead = 4;
const sameAtMost = 255;
const headBytesAtMost = 0xffff;

/** `last`: empty for a head that stands alone. */
export function joinHead(head: Uint8Array, last: Uint8Array, body: Uint8Array): Uint8Array {
  const most = Math.min(sameAtMost, head.length, last.length);
  let before = 0;
  while (before < most && head[before] === last[before]) before += 1;
  const left = Math.min(sameAtMost, head.length - before, last.length - before);
  let after = 0;
  while (after < left && head.at(-1 - after) === last.at(-1 - after)) after += 1;
  const own = head.subarray(before, head.length - after);
  if (own.length > headBytesAtMost) throw new RangeError('a head that is no head');
  const message = new Uint8Array(lead + own.length + body.length);
  message.set([before, after, own.length >> 8, own.length & 0xff]);
  message.set(own, lead);
  message.set(body, lead + own.length);
  return message;
}

/** Null when it is none, or rests on one that is not known. The body is a copy, to be given away. */
export function splitHead(message: Uint8Array, last: Uint8Array): Split | null {
  const [before = 0, after = 0, high = 0, low = 0] = message;
  const end = lead + high * 256 + low;
  if (message.length < end || before + after > last.length) return null;
  const own = message.subarray(lead, end);
  const head = new Uint8Array(before + own.length + after);
  head.set(last.subarray(0, before));
  head.set(own, before);
  head.set(last.subarray(last.length - after), before + own.length);
  return { head, body: message.slice(end) };
}

export const standsAlone = ([before, after]: Uint8Array): boolean => before === 0 && after === 0;
