import * as v from 'valibot';
import { drawingLimits } from './drawing-limits.ts';
import { commandIdSchema } from './ids.ts';
import { streamId } from './media.ts';
import { documentIdSchema, targetSchema } from './peer.ts';

/**
 * What people point at and draw for each other, JSON. On a page: channel `draw` of each shown tab (`host-draw` for the
 * host's page). A viewer says `viewerDrawingSchema`; the page's owner hands on what each has drawn as
 * `ownerDrawingSchema`. On desktops and applications: channel `screen-draw`, both ways `drawingSchema`. All of it is
 * for the eye only, and presses nothing.
 */

/** By what a person draws. `laser` leaves nothing, `ink` vanishes, the others stay until they are taken away. */
export const drawingTools = ['laser', 'ink', 'pen', 'rectangle', 'arrow', 'text', 'highlight'] as const;
export type DrawingTool = (typeof drawingTools)[number];

/** Names a drawing among those of one person. */
const id = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const across = v.pipe(v.number(), v.finite(), v.minValue(-drawingLimits.farthest), v.maxValue(drawingLimits.farthest));
const pointSchema = v.strictTuple([across, across]);
/** x and y in fractions of the anchor's box, so that a drawing stays with it whatever its size. */
export type DrawingPoint = v.InferOutput<typeof pointSchema>;

const { frame, node } = targetSchema.entries;
const pageAnchorSchema = v.strictObject({ documentId: documentIdSchema, frame, node });
const screenAnchorSchema = v.strictObject({ grant: commandIdSchema, stream: streamId });
/** What a drawing lies on and goes with: an element of a page, or a picture of a screen. */
export const anchorSchema = v.union([pageAnchorSchema, screenAnchorSchema]);
export type PageAnchor = v.InferOutput<typeof pageAnchorSchema>;
export type ScreenAnchor = v.InferOutput<typeof screenAnchorSchema>;
export type Anchor = PageAnchor | ScreenAnchor;

const points = v.pipe(v.array(pointSchema), v.minLength(1), v.maxLength(drawingLimits.pointsPerStroke));
const drawings = [
  /** A new drawing, or the whole of one again. Two points are opposite corners, or an arrow's end and tip. */
  v.strictObject({
    type: v.literal('drawing.put'),
    id,
    tool: v.picklist(['ink', 'pen', 'rectangle', 'arrow', 'text', 'highlight']),
    on: anchorSchema,
    points,
    text: v.pipe(v.string(), v.maxLength(drawingLimits.textChars)),
  }),
  /** The stroke goes on. */
  v.strictObject({ type: v.literal('drawing.more'), id, points }),
  /** Of one's own. */
  v.strictObject({ type: v.literal('drawing.undo'), id }),
  /** All that anybody has drawn on the surface: it belongs to all who see it. */
  v.strictObject({ type: v.literal('drawing.clear') }),
  /** Where the laser shines; null: it is off. */
  v.strictObject({
    type: v.literal('drawing.laser'),
    spot: v.nullable(v.strictObject({ on: anchorSchema, at: pointSchema })),
  }),
] as const;
export const drawingSchema = v.variant('type', drawings);
export type Drawing = v.InferOutput<typeof drawingSchema>;

export const viewerDrawingSchema = v.variant('type', [
  ...drawings,
  /** The viewer is new: it knows neither its number nor what is drawn. */
  v.strictObject({ type: v.literal('drawing.hello') }),
]);

const person = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(drawingLimits.people - 1));
const name = v.pipe(v.string(), v.maxLength(drawingLimits.nameChars));

/** A drawing and whose it is: their number on the surface, which gives the colour, and their name. */
export const drawnSchema = v.strictObject({ type: v.literal('drawing.drawn'), by: person, name, what: drawingSchema });
export type Drawn = v.InferOutput<typeof drawnSchema>;

export const ownerDrawingSchema = v.variant('type', [
  drawnSchema,
  /** The number of whoever is told. */
  v.strictObject({ type: v.literal('drawing.you'), number: person }),
]);
export type OwnerDrawing = v.InferOutput<typeof ownerDrawingSchema>;
