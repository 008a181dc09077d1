import * as v from 'valibot';
import { commandSchema, documentIdSchema, type FrameOwner, type Viewport } from '../../../protocol/peer.ts';

/** Between the console and the player page, over the one port that the player has. */

export interface Batch {
  /** 0 is the page; others are of other origins. */
  frame: number;
  /** Where a snapshot of another frame than the page belongs; else null. */
  owner: FrameOwner | null;
  documentId: string;
  seq: number;
  viewport: Viewport;
  /** JSON array of events, as it came from the customer: not looked into, not cleaned. */
  events: string;
}

export type ToPlayer =
  | ({ type: 'player.snapshot' | 'player.events' } & Batch)
  /** The document in a frame of another origin has gone. */
  | { type: 'player.left'; frame: number }
  | { type: 'player.control'; on: boolean }
  /** Forget everything and show nothing. */
  | { type: 'player.blank' };

/** The player holds a hostile page, so what it says is checked like anything from outside. */
export const fromPlayerSchema = v.variant('type', [
  v.strictObject({
    type: v.literal('player.applied'),
    documentId: documentIdSchema,
    seq: v.pipe(v.number(), v.safeInteger()),
  }),
  /** It cannot go on without a fresh snapshot. */
  v.strictObject({ type: v.literal('player.failed') }),
  /** `id` and `lease` are the console's to fill in. */
  v.strictObject({ type: v.literal('player.command'), command: commandSchema }),
]);
export type FromPlayer = v.InferOutput<typeof fromPlayerSchema>;

/** What the console and the player page say once to hand over the port; the port comes with it. */
export const playerReady = 'beside-player-ready';
export const playerPort = 'beside-player-port';
