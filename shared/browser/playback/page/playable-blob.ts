import type { AssetKind } from '../../../protocol/asset.ts';
import { sniff } from '../../cobrowse/assets/sniff.ts';
import { stripSvg } from '../../cobrowse/assets/strip-svg.ts';

/** Bytes of a recording as a picture, font or sheet that may be shown; null when they are none of that kind. */
export function playableBlob(bytes: Uint8Array, kind: AssetKind): Blob | null {
  const media = sniff(bytes, kind);
  const body = media === 'image/svg+xml' ? stripSvg(bytes) : media && bytes.slice();
  return media && body ? new Blob([body], { type: media }) : null;
}
