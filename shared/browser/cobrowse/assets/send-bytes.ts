import { assetLimits } from '../../../protocol/asset-limits.ts';
import type { FromPage } from '../../../protocol/page.ts';
import { toBase64 } from './base64.ts';

type BytesHeader = Omit<Extract<FromPage, { type: 'page.asset-bytes' }>, 'type' | 'at' | 'of' | 'data'>;

/** In pieces, as text: extension messages are JSON in Chromium. */
export async function sendBytes(
  header: BytesHeader,
  bytes: Uint8Array<ArrayBuffer>,
  post: (message: FromPage) => void,
  signal: AbortSignal,
): Promise<void> {
  const of = bytes.length;
  for (let at = 0; at < of; at += assetLimits.pieceBytes) {
    const data = await toBase64(new Blob([bytes.subarray(at, at + assetLimits.pieceBytes)]));
    if (signal.aborted) return;
    post({ type: 'page.asset-bytes', ...header, at, of, data });
  }
}
