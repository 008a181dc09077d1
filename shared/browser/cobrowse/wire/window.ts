/** How far back deflate can refer. */
const windowBytes = 32_768;

/** The end of what was said so far: what was before, and then `text`. */
export function slideWindow(before: Uint8Array, text: Uint8Array): Uint8Array {
  if (text.length >= windowBytes) return text.slice(-windowBytes);
  const kept = before.subarray(-(windowBytes - text.length));
  const next = new Uint8Array(kept.length + text.length);
  next.set(kept);
  next.set(text, kept.length);
  return next;
}
