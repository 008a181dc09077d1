import * as v from 'valibot';
import { assetLimits } from './asset-limits.ts';
import { documentIdSchema } from './peer.ts';

/**
 * Pictures, fonts and style sheets that the mirror names as `asset:N`, on the link's channel `asset`.
 *
 * Customer → host: one line of JSON (`assetHeaderSchema`), a line feed, and for `asset.piece` its bytes.
 * Host → customer: JSON of `assetRequestSchema`.
 */

/** What the page uses it as. */
export const assetKinds = ['image', 'font', 'css'] as const;
export type AssetKind = (typeof assetKinds)[number];

export const assetTypes = [
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'image/avif',
  'image/svg+xml',
  'image/bmp',
  'image/x-icon',
  'font/woff2',
  'font/woff',
  'font/ttf',
  'font/otf',
  'text/css',
] as const;
export type AssetType = (typeof assetTypes)[number];

export const assetFailures = [
  /** The page itself has not loaded this address. */
  'not-loaded',
  /** A page of the open internet names an address of the private network. */
  'private-network',
  'too-big',
  /** More than a document may have. */
  'too-many',
  /** No such thing, or no answer. */
  'unavailable',
  /** Not of a type that may travel, or not of the type that was said. */
  'wrong-type',
  /** With the customer's cookies it is another picture than the one in the page. */
  'another-picture',
  /** The bytes are not those that were offered. */
  'wrong-hash',
] as const;
export type AssetFailure = (typeof assetFailures)[number];

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
export const assetNumberSchema = v.pipe(count, v.minValue(1), v.maxValue(assetLimits.lastNumber));
const bytes = v.pipe(count, v.minValue(1), v.maxValue(assetLimits.assetBytes));
/** CSS pixels, as the page's layout takes it. */
const side = v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(65_535));
/** SHA-256, lower-case hex. */
const hashSchema = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

export const assetSizesSchema = v.pipe(
  v.array(v.strictObject({ asset: assetNumberSchema, width: side, height: side })),
  v.maxLength(1_000),
);

/** `frame`: as in the mirror, 0 is the page with its frames of the same origin. */
const place = { documentId: documentIdSchema, frame: count };

export const failedAssetsSchema = v.pipe(v.array(assetNumberSchema), v.minLength(1), v.maxLength(1_000));

export const assetHeaderSchema = v.variant('type', [
  /** Before the bytes: the room that pictures take. */
  v.strictObject({ type: v.literal('asset.sizes'), ...place, sizes: assetSizesSchema }),
  v.strictObject({
    type: v.literal('asset.offer'),
    ...place,
    asset: assetNumberSchema,
    kind: v.picklist(assetKinds),
    hash: hashSchema,
    /** What it is; the host looks for itself. */
    media: v.picklist(assetTypes),
    bytes,
    /** May be kept beyond the session: the site does not call it private. */
    keep: v.boolean(),
    /** The pieces follow unasked: nobody has seen these before. */
    pushed: v.boolean(),
  }),
  /** `at`: bytes before it; pieces of one asset come in order. */
  v.strictObject({ type: v.literal('asset.piece'), hash: hashSchema, at: count, of: bytes }),
  v.strictObject({
    type: v.literal('asset.failed'),
    ...place,
    assets: failedAssetsSchema,
    code: v.picklist(assetFailures),
  }),
]);
export type AssetHeader = v.InferOutput<typeof assetHeaderSchema>;
export type AssetOffer = Extract<AssetHeader, { type: 'asset.offer' }>;

export const assetRequestSchema = v.variant('type', [
  v.strictObject({ type: v.literal('asset.want'), hash: hashSchema }),
  /** The host is new: all offers of the present documents again. */
  v.strictObject({ type: v.literal('asset.again') }),
]);
export type AssetRequest = v.InferOutput<typeof assetRequestSchema>;
