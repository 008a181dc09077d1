/** What a window asks its worker for hashes, and what that says. Each hash has a number. */
export type ToHashWorker =
  | { type: 'file'; id: number; file: Blob }
  /** The next part of what comes piece by piece. */
  | { type: 'part'; id: number; bytes: Uint8Array<ArrayBuffer> }
  | { type: 'end'; id: number }
  /** What came of it is not wanted any more. */
  | { type: 'drop'; id: number };

export type FromHashWorker =
  /** One part. */
  | { type: 'took'; id: number }
  /** In hex; null: the file cannot be read, or nothing can be hashed here. */
  | { type: 'hashed'; id: number; sha256: string | null };
