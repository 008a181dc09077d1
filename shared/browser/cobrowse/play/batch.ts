import type { Viewport } from '../../../protocol/peer.ts';

export interface Batch {
  documentId: string;
  seq: number;
  viewport: Viewport;
  /** JSON array, as it came. */
  events: string;
}
