import type { AssetKind } from '../../../protocol/asset.ts';
import type { FrameOwner, HiddenReason, Viewport } from '../../../protocol/peer.ts';
import type { Pointer } from '../../../protocol/pointer.ts';

/** Why there is nothing to see: `stopped`: not shown; `lost`: what was recorded is missing until the page comes anew. */
export type BlankReason = HiddenReason | 'stopped' | 'lost';

/** Something that happens to the picture of the page. `at`: ms since the recording began. */
export type PageStep = { at: number } & (
  | {
      kind: 'batch';
      isSnapshot: boolean;
      frame: number;
      owner: FrameOwner | null;
      documentId: string;
      seq: number;
      viewport: Viewport;
      more: boolean;
      /** The recorder's events, a JSON array as text: as hostile as the page was. */
      json: string;
    }
  | { kind: 'left'; frame: number }
  | { kind: 'blank'; why: BlankReason }
  | { kind: 'titled'; title: string; url: string }
  | { kind: 'pointer'; pointer: Pointer | null }
  | {
      kind: 'asset';
      documentId: string;
      frame: number;
      asset: number;
      asKind: AssetKind;
      live: boolean;
      hash: string;
    }
  | {
      kind: 'sizes';
      documentId: string;
      frame: number;
      sizes: { asset: number; width: number; height: number }[];
    }
);
