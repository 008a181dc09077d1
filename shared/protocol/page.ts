import * as v from 'valibot';
import { assetFailures, assetKinds, assetNumberSchema, assetSizesSchema, failedAssetsSchema } from './asset.ts';
import { assetLimits } from './asset-limits.ts';
import { type Drawn, drawingSchema, type DrawingTool } from './drawing.ts';
import { limits } from './limits.ts';
import { pageLogEntries } from './page-log.ts';
import { pickedThingSchema } from './picked-thing.ts';
import { type Pointer, pointerSchema } from './pointer.ts';
import type { PrivacyPolicy } from './privacy-policy.ts';
import { documentIdSchema, refusalCodes, scrollsSchema, viewportSchema, type ControlCommand } from './peer.ts';

/** Between the scripts in the customer's page and the window that shows it to the host. */

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** A word by which a frame is found again; the page may read it and can do nothing with it but that. */
export const nonceSchema = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{22}$/));

/** The name of the runtime port from the page to the assist window. */
export const pagePortName = 'page';

/**
 * Assist window → page, or rather one frame of it. Nothing is recorded before `page.record` and nothing after `page.stop`.
 */
export type ToPage =
  | { type: 'page.record' }
  | { type: 'page.refresh' }
  /** Nobody looks at the moment: recorded is nothing until the next `page.record`, and nothing else is forgotten. */
  | { type: 'page.pause' }
  | { type: 'page.stop' }
  | { type: 'page.command'; command: ControlCommand }
  /** The host's pointer, to be drawn; null: there is none any more. */
  | { type: 'page.pointer'; name: string; pointer: Pointer | null }
  /** What the customer draws with from now on; null: nothing, and the page has its input back. */
  | { type: 'page.draw'; chosen: { tool: DrawingTool; text: string } | null }
  | { type: 'page.draw-undo' }
  /** What somebody else has drawn. */
  | { type: 'page.drawn'; drawn: Drawn }
  /** The customer has put away the mark of a place to press. */
  | { type: 'page.unmark' }
  /** Let go of every key and button that the host holds. */
  | { type: 'page.release' }
  /** To a frame of another origin: say this word to the frames around it, so that one of them can tell where it is. */
  | { type: 'page.call'; nonce: string }
  /** It is known where it is. */
  | { type: 'page.placed' }
  /** What the site has decided; before `page.record`, and whenever it decides anew. */
  | { type: 'page.policy'; policy: PrivacyPolicy }
  /** Places (`pickedThingSchema`) that the customer has hidden: these and no others. */
  | { type: 'page.hide'; selectors: string[] }
  /** Fields that the customer lets be seen: these and no others. */
  | { type: 'page.unmask'; selectors: string[] }
  /** What the page writes for its developers is told, or no longer; only while it is recorded. */
  | { type: 'page.log'; on: boolean }
  /** For the bridge alone: let the customer point at something. */
  | { type: 'page.pick'; purpose: PickPurpose }
  | { type: 'page.pick-end' }
  /** From the bridge: the area that the customer draws while picking; null: none. */
  | { type: 'page.area'; area: { x: number; y: number; width: number; height: number } | null }
  /** For the bridge alone: fonts of a style sheet from another origin, of which those are wanted that the page uses. */
  | { type: 'page.asset-ask'; documentId: string; fonts: { asset: number; url: string; face: Face }[] };

/** What tells one face of a family from the others, in one way of writing. */
export interface Face {
  family: string;
  style: string;
  weight: string;
  range: string;
}

/** To hide it, or to show one field that is masked. */
export type PickPurpose = 'hide' | 'show';

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
    /** The rest of the document is still to come, in the next batches. */
    more: v.boolean(),
    /** All that the batch does, where it only scrolls: then `events` is ''. */
    scrolls: v.optional(scrollsSchema),
    /** JSON array of the recorder's events, filtered. */
    events: v.string(),
  }),
  /** Style sheets that the next batch names: name and text. */
  v.strictObject({
    type: v.literal('page.sheets'),
    documentId: documentIdSchema,
    sheets: v.array(v.pipe(v.tuple([v.string(), v.string()]), v.readonly())),
  }),
  v.strictObject({ type: v.literal('page.refused'), id: count, code: v.picklist(refusalCodes) }),
  /** A place in the page is lit, and the customer is asked to press it; or no longer. */
  v.strictObject({ type: v.literal('page.asked'), on: v.boolean() }),
  v.strictObject({ type: v.literal('page.pointer'), pointer: pointerSchema }),
  v.strictObject({ type: v.literal('page.drawing'), what: drawingSchema }),
  /** The customer has put the pen away, in the page. */
  v.strictObject({ type: v.literal('page.draw-ended') }),
  /** The customer's own mouse or keys; control waits. */
  v.strictObject({ type: v.literal('page.own-input') }),
  /** A file that the browser shows by itself, such as a PDF: there is nothing to record. */
  v.strictObject({ type: v.literal('page.unshowable') }),
  /** A frame that cannot be read from here has loaded: it wants a recorder of its own. */
  v.strictObject({ type: v.literal('page.frame-loaded') }),
  /** The frame that said this word is the one in the `<iframe>` element `node`. */
  v.strictObject({
    type: v.literal('page.framed'),
    nonce: nonceSchema,
    node: v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(2 ** 26 - 1)),
  }),
  v.strictObject({
    type: v.literal('page.picked'),
    things: v.pipe(v.array(pickedThingSchema), v.minLength(1), v.maxLength(limits.thingsPickedAtOnce)),
  }),
  /** The customer would rather not. */
  v.strictObject({ type: v.literal('page.pick-ended') }),
  v.strictObject({ type: v.literal('page.logged'), documentId: documentIdSchema, ...pageLogEntries }),
  /** Ends at the bridge, which alone sees closed shadow roots: it hands over those of the page's own elements under this word. */
  v.strictObject({ type: v.literal('page.closed-roots'), nonce: nonceSchema }),
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

/** What only the bridge may say: the page's own scripts point at nothing, and cannot vouch for what they have loaded. */
export const bridgeOnly: ReadonlySet<FromPage['type']> = new Set([
  'page.picked',
  'page.pick-ended',
  'page.asset-seen',
  'page.asset-failed',
]);
