import { parseWith, type Parsed } from '../../../protocol/codec.ts';
import { type AssetHeader, assetHeaderSchema, type AssetRequest, assetRequestSchema } from '../../../protocol/asset.ts';
import { encodeLine, splitLine } from '../../link/line-message.ts';

/** A message of the customer's: a line of JSON, and bytes behind it. */
export const encodeAsset = (header: AssetHeader, body?: Uint8Array): Uint8Array => encodeLine(header, body);

/** `body` is a view on `message`. */
export function decodeAsset(message: Uint8Array): { header: AssetHeader; body: Uint8Array } | null {
  const split = splitLine(message);
  if (!split) return null;
  const header = parseWith(assetHeaderSchema, split.line);
  return header.ok ? { header: header.message, body: split.body } : null;
}

export const encodeRequest = (request: AssetRequest): Uint8Array => new TextEncoder().encode(JSON.stringify(request));

export const decodeRequest = (message: Uint8Array): Parsed<AssetRequest> =>
  parseWith(assetRequestSchema, new TextDecoder().decode(message));
