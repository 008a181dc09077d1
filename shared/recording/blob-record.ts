/** The body of a `blob` record: the SHA-256 that it was offered under, its media type, its bytes. */
export interface BlobRecord {
  /** Lower-case hex, as in `asset.offer`. */
  hash: string;
  media: string;
  bytes: Uint8Array;
}

const hashBytes = 32;

export function writeBlob({ hash, media, bytes }: BlobRecord): Uint8Array {
  // Media types are plain ASCII.
  const type = Uint8Array.from(media, (char) => char.charCodeAt(0));
  const body = new Uint8Array(hashBytes + 1 + type.length + bytes.length);
  for (let at = 0; at < hashBytes; at += 1) body[at] = Number.parseInt(hash.slice(at * 2, at * 2 + 2), 16);
  body[hashBytes] = type.length;
  body.set(type, hashBytes + 1);
  body.set(bytes, hashBytes + 1 + type.length);
  return body;
}

/** Null: it is none. */
export function readBlob(body: Uint8Array): BlobRecord | null {
  const length = body[hashBytes];
  if (length === undefined || body.length < hashBytes + 1 + length) return null;
  const hash = Array.from(body.subarray(0, hashBytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
  const from = hashBytes + 1;
  return {
    hash,
    media: String.fromCharCode(...body.subarray(from, from + length)),
    bytes: body.subarray(from + length),
  };
}
