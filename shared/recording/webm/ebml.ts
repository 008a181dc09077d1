/** Ids of Matroska, as far as MediaRecorder writes and we read them. */
export const ids = {
  ebml: 0x1a45dfa3,
  segment: 0x18538067,
  info: 0x1549a966,
  tracks: 0x1654ae6b,
  cues: 0x1c53bb6b,
  cluster: 0x1f43b675,
  timestamp: 0xe7,
  simpleBlock: 0xa3,
  blockGroup: 0xa0,
  block: 0xa1,
  referenceBlock: 0xfb,
  trackEntry: 0xae,
  trackNumber: 0xd7,
  trackType: 0x83,
  timestampScale: 0x2ad7b1,
} as const;

export interface ElementHead {
  id: number;
  /** Null: until the next one of its kind. */
  size: number | null;
  /** Bytes that id and size take. */
  length: number;
}

const widthOf = (first: number) => Math.clz32(first) - 23;

/** What stands at `at`. Null: more bytes are needed; undefined: this is no element. */
export function readHead(bytes: Uint8Array, at: number): ElementHead | null | undefined {
  const first = bytes[at];
  if (first === undefined) return null;
  const idWidth = widthOf(first);
  if (idWidth > 4) return undefined;
  const sizeFirst = bytes[at + idWidth];
  if (sizeFirst === undefined) return null;
  const sizeWidth = widthOf(sizeFirst);
  if (sizeWidth > 8) return undefined;
  const length = idWidth + sizeWidth;
  if (at + length > bytes.length) return null;
  let id = 0;
  for (let index = 0; index < idWidth; index += 1) id = id * 256 + (bytes[at + index] ?? 0);
  let size = sizeFirst & (0xff >> sizeWidth);
  let isUnknown = size === 0xff >> sizeWidth;
  for (let index = 1; index < sizeWidth; index += 1) {
    const byte = bytes[at + idWidth + index] ?? 0;
    size = size * 256 + byte;
    isUnknown &&= byte === 0xff;
  }
  return { id, size: isUnknown ? null : size, length };
}

export function readNumber(bytes: Uint8Array): number {
  let number = 0;
  for (const byte of bytes) number = number * 256 + byte;
  return number;
}

/** Elements that lie in one, with their bodies; what is no element ends them. */
export function* elementsIn(body: Uint8Array): Generator<{ id: number; body: Uint8Array }, void> {
  let at = 0;
  while (at < body.length) {
    const head = readHead(body, at);
    if (!head || head.size === null) return;
    const from = at + head.length;
    yield { id: head.id, body: body.subarray(from, from + head.size) };
    at = from + head.size;
  }
}

/** An element with its size in eight bytes, so that its length does not depend on what is in it. */
export function writeElement(id: number, ...bodies: readonly Uint8Array[]): Uint8Array {
  return joinBytes([idBytes(id), sizeBytes(bodies.reduce((sum, { length }) => sum + length, 0)), ...bodies]);
}

export const idBytes = (id: number): Uint8Array => {
  const bytes: number[] = [];
  for (let rest = id; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256);
  return Uint8Array.from(bytes);
};
export function sizeBytes(size: number): Uint8Array {
  const bytes = numberBytes(size);
  bytes[0] = 1;
  return bytes;
}
/** In eight bytes, always. */
export function numberBytes(number: number): Uint8Array {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(number));
  return bytes;
}
export function floatBytes(number: number): Uint8Array {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setFloat64(0, number);
  return bytes;
}
export function joinBytes(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
