type Parts = readonly Uint8Array[];

const lengthOf = (parts: Parts) => parts.reduce((total, part) => total + part.length, 0);

function fill(whole: Uint8Array<ArrayBuffer>, parts: Parts): Uint8Array<ArrayBuffer> {
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** All parts in one new array. */
export const concat = (...parts: Parts): Uint8Array<ArrayBuffer> => fill(new Uint8Array(lengthOf(parts)), parts);

/** The same in one memory, good until the next: for what is copied at once and would be garbage by the megabyte. */
export function createConcat(): (...parts: Parts) => Uint8Array<ArrayBuffer> {
  let memory = new ArrayBuffer(0);
  return (...parts) => {
    const length = lengthOf(parts);
    if (memory.byteLength < length) memory = new ArrayBuffer(length);
    return fill(new Uint8Array(memory, 0, length), parts);
  };
}
