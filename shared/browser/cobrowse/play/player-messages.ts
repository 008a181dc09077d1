import * as v from 'valibot';
import type { AssetKind } from '../../../protocol/asset.ts';
import { type DrawingTool, drawingSchema, type OwnerDrawing } from '../../../protocol/drawing.ts';
import { commandSchema, documentIdSchema } from '../../../protocol/peer.ts';
import { type Pointer, pointerSchema } from '../../../protocol/pointer.ts';
import type { Batch } from './batch.ts';

/** Between the console and the player page, which has one port and, for what may not wait, events at its frame. */

export type ToPlayer =
  | ({ type: 'player.snapshot' | 'player.events' } & Batch)
  /** Style sheets that later batches name, deflated. */
  | { type: 'player.sheets'; sheets: Uint8Array }
  /** The document in a frame of another origin has gone. */
  | { type: 'player.left'; frame: number }
  | { type: 'player.control'; on: boolean }
  /** What the mirror of that document names as `asset:N`. */
  | {
      type: 'player.asset';
      documentId: string;
      frame: number;
      asset: number;
      kind: AssetKind;
      /** One of many pictures of the same canvas or video. */
      live: boolean;
      blob: Blob;
    }
  /** How large pictures will be; the blobs come later. */
  | {
      type: 'player.asset-sizes';
      documentId: string;
      frame: number;
      sizes: { asset: number; width: number; height: number }[];
    }
  /** The customer's pointer and name; null: there is none any more. */
  | { type: 'player.pointer'; name: string; pointer: Pointer | null }
  /** What the others have drawn, and one's own number. */
  | { type: 'player.drawn'; message: OwnerDrawing }
  /** What the host draws with from now on; null: nothing. */
  | { type: 'player.draw'; chosen: { tool: DrawingTool; text: string } | null }
  | { type: 'player.draw-undo' | 'player.draw-clear' }
  /** Offers what is shown to the browser's printing. */
  | { type: 'player.print' }
  /** Said at the host's own pointer; `ask`: the words on a button that has the customer asked to press there. */
  | { type: 'player.notice'; text: string; ask: string | null }
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
  v.strictObject({
    type: v.literal('player.failed'),
    code: v.picklist(['damaged', 'too-busy', 'page-too-large']),
  }),
  /** It shows the page without a part of it, which was too much. */
  v.strictObject({ type: v.literal('player.cut') }),
  /** `id` and `lease` are the console's to fill in. */
  v.strictObject({ type: v.literal('player.command'), command: commandSchema }),
  v.strictObject({ type: v.literal('player.pointer'), pointer: pointerSchema }),
  v.strictObject({ type: v.literal('player.drawing'), what: drawingSchema }),
  /** A key that was pressed in the player and is not for the mirrored page. */
  v.strictObject({ type: v.literal('player.draw-key'), key: v.pipe(v.string(), v.maxLength(20)), ctrl: v.boolean() }),
  /** The button of the last notice. */
  v.strictObject({ type: v.literal('player.ask') }),
]);
export type FromPlayer = v.InferOutput<typeof fromPlayerSchema>;

/** What the console and the player page say once to hand over the port; the port comes with it. */
export const playerReady = 'beside-player-ready';
export const playerPort = 'beside-player-port';
/**
 * An event at the player's frame, with a `FromPlayer` as its detail. After a click browsers draw before they deliver
 * messages; an event is heard at once.
 */
export const playerNow = 'beside-player-now';
/**
 * The other way: with a `ToPlayer` as its detail. A message could come after the very press that it is about, and what
 * has come of the page would wait until the browser has drawn the mirror without it.
 */
export const consoleNow = 'beside-console-now';
/** An event at the player's frame: it has the port, and hears. */
export const playerHears = 'beside-player-hears';
