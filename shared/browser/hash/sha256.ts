import { createSHA256 } from 'hash-wasm';

export interface Sha256 {
  update(bytes: Uint8Array): void;
  hex(): string;
}

/** For workers: a large file would hold up a window. */
export async function startSha256(): Promise<Sha256> {
  const hash = await createSHA256();
  return { update: (bytes) => void hash.update(bytes), hex: () => hash.digest('hex') };
}
