import type * as v from 'valibot';
import type { mirrorRequestSchema } from '../../../protocol/peer.ts';

/** Asks for a fresh snapshot. `lost`: what was sent before, style sheets among it, may not be known. */
export function refreshRequest(lost: boolean): Uint8Array {
  const request: v.InferOutput<typeof mirrorRequestSchema> = { type: 'mirror.refresh', lost };
  return new TextEncoder().encode(JSON.stringify(request));
}
