import { parseWith, type Parsed } from '../../../protocol/codec.ts';
import { type AssetHeader, assetHeaderSchema, type AssetRequest, assetRequestSchema } from '../../../protocol/asset.ts';
import { decodeWithBytes, encodeWithBytes } from '../../link/json-and-bytes.ts';

/** A message of the customer's. */
export const encodeAsset = (header: AssetHeader, body?: Uint8Array): Uint8Array => encodeWithBytes(header, body);

/** `body` is a view on `message`. */
export function decodeAsset(message: Uint8Array): { header: AssetHeader; body: Uint8Array } | null {
  const decoded = decodeWithBytes(assetHeaderSchema, message);
  return decoded && { header: decoded.head, body: decoded.body };
}

export const encodeRequest = (request: AssetRequest): Uint8Array => new TextEncoder().encode(JSON.stringify(request));

export const decodeRequest = (message: Uint8Array): Parsed<AssetRequest> =>
  parseWith(assetRequestSchema, new TextDecoder().decode(message));
