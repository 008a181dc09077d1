import { parseWith, type Parsed } from '../../../protocol/codec.ts';
import { type AssetHeader, assetHeaderSchema, type AssetRequest, assetRequestSchema } from '../../../protocol/asset.ts';
import { concat } from '../../link/concat.ts';

const nothing = new Uint8Array(0);
const lineFeed = 10;

/** A message of the customer's: a line of JSON, and bytes behind it. */
export const encodeAsset = (header: AssetHeader, body: Uint8Array = nothing): Uint8Array =>
  concat(new TextEncoder().encode(`${JSON.stringify(header)}\n`), body);

/** `body` is a view on `message`. */
export function decodeAsset(message: Uint8Array): { header: AssetHeader; body: Uint8Array } | null {
  const end = message.indexOf(lineFeed);
  if (end < 0) return null;
  const header = parseWith(assetHeaderSchema, new TextDecoder().decode(message.subarray(0, end)));
  return header.ok ? { header: header.message, body: message.subarray(end + 1) } : null;
}

export const encodeRequest = (request: AssetRequest): Uint8Array => new TextEncoder().encode(JSON.stringify(request));

export const decodeRequest = (message: Uint8Array): Parsed<AssetRequest> =>
  parseWith(assetRequestSchema, new TextDecoder().decode(message));
