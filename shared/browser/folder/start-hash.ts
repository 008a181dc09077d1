import { sha256 } from '@noble/hashes/sha2.js';
import type { Hashing } from '../../folder/hashing.ts';

/** The browser's own SHA-256 takes nothing in pieces. */
export function startHash(): Hashing {
  const hash = sha256.create();
  return {
    update: (bytes) => void hash.update(bytes),
    hex: () => Array.from(hash.digest(), (byte) => byte.toString(16).padStart(2, '0')).join(''),
  };
}
