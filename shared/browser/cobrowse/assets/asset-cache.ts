/** Pictures, fonts and sheets by the hash of what was sent; a blob's type is what its bytes say. */
export interface AssetCache {
  get(hash: string): Promise<Blob | null>;
  /** `keep`: beyond this window, if the cache can. */
  put(hash: string, blob: Blob, keep: boolean): Promise<void>;
}

const memoryBytes = 64 * 1024 * 1024;

/** In this window's memory alone; what was not used for longest goes first. */
export function createMemoryCache(limitBytes: number = memoryBytes): AssetCache {
  const blobs = new Map<string, Blob>();
  let total = 0;
  return {
    async get(hash) {
      const blob = blobs.get(hash);
      if (!blob) return null;
      blobs.delete(hash);
      blobs.set(hash, blob);
      return blob;
    },
    async put(hash, blob) {
      if (blobs.has(hash) || blob.size > limitBytes) return;
      blobs.set(hash, blob);
      total += blob.size;
      for (const [oldest, { size }] of blobs) {
        if (total <= limitBytes) break;
        blobs.delete(oldest);
        total -= size;
      }
    },
  };
}
