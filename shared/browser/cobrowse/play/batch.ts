import type { FrameOwner, Scrolled, Viewport } from '../../../protocol/peer.ts';

export interface Batch {
  /** 0 is the page; others are of other origins. */
  frame: number;
  /** Where a snapshot of another frame than the page belongs; else null. */
  owner: FrameOwner | null;
  documentId: string;
  seq: number;
  viewport: Viewport;
  /** The rest of the document is still to come, in the next batches. */
  more: boolean;
  /** Checked; all that the batch does when it only scrolls. */
  scrolls?: readonly Scrolled[] | undefined;
  /** The recorder's events, as they came from the customer: not inflated, not looked into, not cleaned. */
  events: Uint8Array;
}
