import { createHash } from 'node:crypto';
import type { Hashing } from '../../../shared/folder/hashing.ts';

export function startHash(): Hashing {
  const hash = createHash('sha256');
  return { update: (bytes) => void hash.update(bytes), hex: () => hash.digest('hex') };
}

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
