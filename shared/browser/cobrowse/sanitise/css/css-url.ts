import { assetNumber, safeUrl } from '../safe-url.ts';

/** What a place without its picture shows: nothing, and nothing is asked for. */
const nothing = 'url("data:,")';

/**
 * `url("…")` for an address in CSS, harmless. `asset:N` becomes `url("data:,#asset-N")`, in which the player's
 * asset step finds the number. `documents`: only a part of the same page is allowed.
 */
export function cssUrl(address: string | null, documents: boolean): string {
  const url = address?.trim() ?? '';
  const asset = assetNumber(url);
  if (asset !== null && !documents) return `url("data:,#asset-${asset}")`;
  const safe = safeUrl(url);
  if (safe === null || (documents && !safe.startsWith('#'))) return documents ? 'url("#")' : nothing;
  // A fragment makes a document of a picture.
  const whole = safe.startsWith('#') ? safe : safe.replace(/#.*$/s, '');
  return `url("${whole.replace(/["\\\n\r\f\0]/g, encodeURIComponent)}")`;
}
