import * as v from 'valibot';
import {
  assetFailures,
  assetKinds,
  assetLimits,
  assetNumberSchema,
  assetSizesSchema,
  failedAssetsSchema,
} from './asset.ts';
import { documentIdSchema, refusalCodes, viewportSchema, type ControlCommand } from './peer.ts';

/** Between the scripts in the customer's page and the window that shows it to the host. */

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** The name of the runtime port from the page to the assist window. */
export const pagePortName = 'page';

/** Assist window → page. Nothing is recorded before `page.record` and nothing after `page.stop`. */
export type ToPage =
  | { type: 'page.record' }
  | { type: 'page.refresh' }
  | { type: 'page.stop' }
  | { type: 'page.command'; command: ControlCommand }
  /** Let go of every key and button that the host holds. */
  | { type: 'page.release' }
  /** For the bridge alone: fonts of a style sheet from another origin, of which those are wanted that the page uses. */
  | { type: 'page.asset-ask'; documentId: string; fonts: { asset: number; url: string; face: Face }[] };

/** What tells one face of a family from the others, in one way of writing. */
export interface Face {
  family: string;
  style: string;
  weight: string;
  range: string;
}

const url = v.pipe(v.string(), v.maxLength(2 * assetLimits.assetBytes));
const pixels = v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(65_535));
const asset = { documentId: documentIdSchema, asset: assetNumberSchema, kind: v.picklist(assetKinds) };

/** Page → assist window. The page's own scripts can forge all of these: they are checked and never trusted. */
export const fromPageSchema = v.variant('type', [
  v.strictObject({ type: v.literal('page.ready'), documentId: documentIdSchema }),
  v.strictObject({
    type: v.literal('page.batch'),
    documentId: documentIdSchema,
    seq: count,
    /** Begins with a whole snapshot. */
    snapshot: v.boolean(),
    viewport: viewportSchema,
    /** JSON array of the recorder's events, filtered. */
    events: v.string(),
  }),
  v.strictObject({ type: v.literal('page.refused'), id: count, code: v.picklist(refusalCodes) }),
  /** The customer's own mouse or keys; control waits. */
  v.strictObject({ type: v.literal('page.own-input') }),
  /** What the mirror names as `asset:N`. Ends at the bridge: real addresses go no further than they must. */
  v.strictObject({
    type: v.literal('page.assets'),
    documentId: documentIdSchema,
    assets: v.pipe(
      v.array(
        v.strictObject({
          asset: assetNumberSchema,
          kind: v.picklist(assetKinds),
          url,
          /** In the part of the page that is seen. */
          near: v.boolean(),
          width: v.optional(pixels),
          height: v.optional(pixels),
        }),
      ),
      v.maxLength(1_000),
    ),
  }),
  v.strictObject({ type: v.literal('page.asset-sizes'), documentId: documentIdSchema, sizes: assetSizesSchema }),
  /** Its bytes, base64, in pieces and in order. */
  v.strictObject({
    type: v.literal('page.asset-bytes'),
    ...asset,
    near: v.boolean(),
    /** The site does not call it private. */
    keep: v.boolean(),
    /** Where the style sheet is from, for what it names. */
    base: v.optional(url),
    /** The canvas or video that this is a picture of; a later one takes its place. */
    live: v.optional(count),
    at: count,
    of: v.pipe(count, v.minValue(1), v.maxValue(assetLimits.assetBytes)),
    data: v.pipe(v.string(), v.maxLength(assetLimits.pieceBytes * 2)),
  }),
  /**
   * From the bridge only: the page has loaded this itself but cannot read it, so the assist window may fetch it.
   * The size is that of the picture as the page has it, in pixels.
   */
  v.strictObject({
    type: v.literal('page.asset-seen'),
    ...asset,
    url,
    near: v.boolean(),
    width: v.optional(pixels),
    height: v.optional(pixels),
  }),
  v.strictObject({
    type: v.literal('page.asset-failed'),
    documentId: documentIdSchema,
    assets: failedAssetsSchema,
    code: v.picklist(assetFailures),
  }),
]);
export type FromPage = v.InferOutput<typeof fromPageSchema>;

/** What only the bridge may say, for it has looked. */
export const bridgeOnly: ReadonlySet<FromPage['type']> = new Set(['page.asset-seen', 'page.asset-failed']);
