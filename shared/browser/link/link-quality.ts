import type { LinkPath } from './contract.ts';

export type LinkQuality = 'good' | 'fair' | 'poor' | 'none';

/** Up to here what one does seems to happen at once; up to `fairMs` it is felt, and works. */
const goodMs = 200;
const fairMs = 500;
/** Both sides ask each other every few seconds: after so long something is wrong. */
export const silentAfterMs = 12_000;

/** How good the way to somebody is, by its round trip and by how long nothing has come. */
export function linkQuality(path: LinkPath, roundTripMs: number | null, silentMs: number): LinkQuality {
  if (path === 'none') return 'none';
  if (silentMs >= silentAfterMs) return 'poor';
  if (roundTripMs === null || roundTripMs <= goodMs) return 'good';
  return roundTripMs <= fairMs ? 'fair' : 'poor';
}
