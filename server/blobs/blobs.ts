/** - `disk-full`: no room for it; what was there before stays. */
export type Put = { ok: true } | { ok: false; code: 'disk-full' };

/** Bytes by name, in a folder or on S3. Names are ours: letters, digits, `-`, `_` and `/`. */
export interface Blobs {
  /** Whole or not at all: a crash in between leaves what was there before. */
  put(name: string, bytes: Uint8Array): Promise<Put>;
  /** Undefined: there is none. */
  get(name: string): Promise<Uint8Array | undefined>;
  remove(name: string): Promise<void>;
  /** All whose name begins with that and a `/`. */
  removeAll(folder: string): Promise<void>;
}
