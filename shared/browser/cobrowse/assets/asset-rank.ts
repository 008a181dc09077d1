import type { AssetKind } from '../../../protocol/asset.ts';

/** What is sent first, lowest first: what changes the layout, then what is seen, then the rest. */
export function assetRank(kind: AssetKind, near: boolean): number {
  if (kind === 'css') return 0;
  if (!near) return 3;
  return kind === 'font' ? 1 : 2;
}
