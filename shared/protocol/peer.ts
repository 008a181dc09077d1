import * as v from 'valibot';
import { limits } from './limits.ts';

/**
 * What two participants say to each other on the link's channels; the relay sees none of it.
 *
 * Said here of the customer's page, which the host watches; of the host's page the same is said the other way
 * round, on the channels `host-mirror`, `host-control` and so on.
 *
 * Channel `mirror`, customer → host: a head of `mirrorHeaderSchema` and a body (the recorder's events as a JSON
 * array, style sheets, or nothing), packed as in `shared/browser/cobrowse/wire`.
 * Channel `mirror`, host → customer: JSON of `mirrorRequestSchema`.
 * Channel `pointer`, both ways: see `pointer.ts`.
 * Channel `control`, both ways: JSON of `controlMessageSchema` and `controlAnswerSchema`.
 */

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const pixels = v.pipe(v.number(), v.finite(), v.minValue(1), v.maxValue(16_384));

/** Names one loaded document; a reload or a navigation makes another. */
export const documentIdSchema = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{22}$/));

/** 0 is the page itself with the frames of its own origin; 1, 2 … are frames of other origins. */
const frame = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(limits.framesEver));
export const lastMirrorNode = 2 ** 26 - 1;
const mirrorNode = v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(lastMirrorNode));

/** The `<iframe>` element in which a frame is shown: a node of the frame around it. */
export const frameOwnerSchema = v.strictObject({ frame, node: mirrorNode });
export type FrameOwner = v.InferOutput<typeof frameOwnerSchema>;

/** Wider is no scroll bar, CSS pixels. */
export const widestBar = 40;

/** CSS pixels; `width` is the room that the page has beside a scrollbar (clientWidth). */
export const viewportSchema = v.strictObject({
  width: pixels,
  height: pixels,
  /** Of the vertical scroll bar beside them, in CSS pixels; left out: there is none, or it takes no room. */
  bar: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(widestBar))),
  pixelRatio: v.pipe(v.number(), v.finite(), v.minValue(0.1), v.maxValue(16)),
  /** Which colours the customer's system wants; left out: light ones. */
  scheme: v.optional(v.picklist(['light', 'dark'])),
});
export type Viewport = v.InferOutput<typeof viewportSchema>;

/** So many scroll in one batch of nothing else; where more do, the batch has them in its body. */
export const scrollsAtOnce = 16;
/** CSS pixels, in either direction. */
export const farthestScroll = 1e8;
const scrolledTo = v.pipe(v.number(), v.finite(), v.minValue(-farthestScroll), v.maxValue(farthestScroll));
/** A node, and how far what is in it is scrolled to the right and down, CSS pixels. */
export const scrolledSchema = v.strictTuple([mirrorNode, scrolledTo, scrolledTo]);
export type Scrolled = v.InferOutput<typeof scrolledSchema>;
export const scrollsSchema = v.pipe(v.array(scrolledSchema), v.minLength(1), v.maxLength(scrollsAtOnce));

export const hiddenReasons = [
  /** Of the browser itself, of an extension, of the store for them; or a page that we have no access to. */
  'browser',
  /** A PDF or another file that the browser shows by itself. */
  'document',
  /** The browser or a policy keeps us out. */
  'blocked',
  /** The browser has put the tab to sleep; it wakes when its customer turns to it. */
  'asleep',
  /** The site does not want this page to be seen. */
  'paused',
  /** The site wants no page of this origin to be seen. */
  'not-allowed',
  /** The customer's page has gone to where its window cannot follow: another site, or a page without an embed. */
  'left-site',
  /** It has crashed; it wakes when it is loaded again. */
  'crashed',
] as const;
export type HiddenReason = (typeof hiddenReasons)[number];

export const mirrorHeaderSchema = v.variant('type', [
  /** What the page is called; no query and no fragment in the address. */
  v.strictObject({
    type: v.literal('mirror.titled'),
    title: v.pipe(v.string(), v.maxLength(300)),
    url: v.pipe(v.string(), v.maxLength(2_000)),
  }),
  /**
   * The body begins with the whole document; all before it in this frame is forgotten, and so are the
   * frames inside it: their snapshots follow. `owner` is null for frame 0 only.
   */
  v.strictObject({
    type: v.literal('mirror.snapshot'),
    frame,
    owner: v.nullable(frameOwnerSchema),
    documentId: documentIdSchema,
    seq: count,
    viewport: viewportSchema,
    /** The rest of the document is still to come, in the next events. */
    more: v.boolean(),
  }),
  /** `seq` is one more than that of the frame's batch before. */
  v.strictObject({
    type: v.literal('mirror.events'),
    frame,
    documentId: documentIdSchema,
    seq: count,
    /** All that the batch does; the body is empty then, and nobody has to unpack it first. */
    scrolls: v.optional(scrollsSchema),
    viewport: viewportSchema,
    more: v.boolean(),
  }),
  /** The body: style sheets that later bodies name. */
  v.strictObject({ type: v.literal('mirror.sheets') }),
  /** The document in a frame of another origin has gone; another may follow. */
  v.strictObject({ type: v.literal('mirror.left'), frame }),
  /** The page that is there now cannot be shown; the mirror goes on with the next one. */
  v.strictObject({ type: v.literal('mirror.hidden'), reason: v.picklist(hiddenReasons) }),
  v.strictObject({ type: v.literal('mirror.stopped') }),
]);
export type MirrorHeader = v.InferOutput<typeof mirrorHeaderSchema>;

/** The host has lost the thread (or is new) and asks for a whole snapshot. */
export const mirrorRequestSchema = v.strictObject({
  type: v.literal('mirror.refresh'),
  /** What was sent before, style sheets among it, may not be known. */
  lost: v.boolean(),
});

const fraction = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const node = v.pipe(v.number(), v.safeInteger(), v.minValue(1));

/** A place on the page: a node of the mirror and the fraction of its box, never page coordinates. */
export const targetSchema = v.strictObject({
  frame,
  node,
  fx: fraction,
  fy: fraction,
});
export type Target = v.InferOutput<typeof targetSchema>;

export const modifiersSchema = v.strictObject({
  alt: v.boolean(),
  ctrl: v.boolean(),
  meta: v.boolean(),
  shift: v.boolean(),
});
export type Modifiers = v.InferOutput<typeof modifiersSchema>;

const caret = v.strictObject({ frame, node, offset: count });

/** `id` counts the host's commands; `seq` is the newest batch of `documentId` that the host had seen. */
const command = { id: count, lease: count, documentId: documentIdSchema, seq: count };
const delta = v.pipe(v.number(), v.finite(), v.minValue(-10_000), v.maxValue(10_000));

export const navigateKinds = ['back', 'forward', 'reload'] as const;
export type NavigateKind = (typeof navigateKinds)[number];

/** A command for the page itself. */
export const commandSchema = v.variant('type', [
  v.strictObject({
    type: v.literal('control.pointer'),
    ...command,
    /** `click` is down and up in one. */
    action: v.picklist(['down', 'move', 'up', 'click']),
    at: targetSchema,
    button: v.picklist([0, 1, 2]),
    /** Which click of a series: 2 for the second of a double click. */
    count: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(3)),
    modifiers: modifiersSchema,
  }),
  v.strictObject({
    type: v.literal('control.wheel'),
    ...command,
    at: targetSchema,
    dx: delta,
    dy: delta,
    modifiers: modifiersSchema,
  }),
  v.strictObject({
    type: v.literal('control.key'),
    ...command,
    action: v.picklist(['down', 'up']),
    key: v.pipe(v.string(), v.minLength(1), v.maxLength(32)),
    code: v.pipe(v.string(), v.maxLength(32)),
    repeat: v.boolean(),
    modifiers: modifiersSchema,
  }),
  v.strictObject({
    type: v.literal('control.text'),
    ...command,
    text: v.pipe(v.string(), v.minLength(1), v.maxLength(50_000)),
    how: v.picklist(['composed', 'pasted']),
  }),
  /** Options of a `<select>`, by their place in it. */
  v.strictObject({
    type: v.literal('control.choose'),
    ...command,
    at: targetSchema,
    options: v.pipe(v.array(count), v.maxLength(1_000)),
  }),
  /** A date, time, month, week or colour, in the form of the field's `value`. */
  v.strictObject({
    type: v.literal('control.fill'),
    ...command,
    at: targetSchema,
    value: v.pipe(v.string(), v.maxLength(100)),
  }),
  v.strictObject({ type: v.literal('control.select'), ...command, anchor: caret, focus: caret }),
  /** The customer is asked to press here: the place is lit in the page. */
  v.strictObject({ type: v.literal('control.ask'), ...command, at: targetSchema }),
]);
export type ControlCommand = v.InferOutput<typeof commandSchema>;

/** Host → customer. A command counts only under the lease that is in force. */
export const controlMessageSchema = v.variant('type', [
  v.strictObject({ type: v.literal('control.renew'), lease: count }),
  v.strictObject({ type: v.literal('control.release'), lease: count }),
  v.strictObject({
    type: v.literal('control.navigate'),
    id: count,
    lease: count,
    kind: v.picklist(navigateKinds),
  }),
  ...commandSchema.options,
]);
export type ControlMessage = v.InferOutput<typeof controlMessageSchema>;

export const refusalCodes = [
  /** No grant stands, or it was given for another origin. */
  'not-granted',
  /** The lease is over. */
  'lapsed',
  /** The customer's own mouse or keys are in use. */
  'suspended',
  /** The node is no longer there, or the page is another one. */
  'gone',
  /** Something else lies over the place. */
  'covered',
  /** The node became something else after the host saw it. */
  'stale',
  /** A password, file or other private field. */
  'private',
  /** A frame of another origin than the page's, for which nobody has allowed control. */
  'other-origin-frame',
  /** A frame in which people pay. */
  'payment',
  /** The site keeps this from control. */
  'no-control',
  /** Browsers let only the person at the computer do this; the customer has been asked. */
  'needs-customer',
  /** The target cannot take such a command. */
  'impossible',
] as const;
export type ControlRefusal = (typeof refusalCodes)[number];

/** Customer → host. */
export const controlAnswerSchema = v.variant('type', [
  v.strictObject({ type: v.literal('control.refused'), id: count, code: v.picklist(refusalCodes) }),
  v.strictObject({ type: v.literal('control.suspended'), ms: v.pipe(count, v.maxValue(limits.ownInputMs)) }),
  /** The lease is in force: commands under it count from now on. */
  v.strictObject({ type: v.literal('control.held'), lease: count }),
  /** The customer is asked to press a marked place; or no longer: it was pressed, put away, or is gone. */
  v.strictObject({ type: v.literal('control.asked'), on: v.boolean() }),
  v.strictObject({ type: v.literal('control.resumed') }),
  v.strictObject({ type: v.literal('control.lapsed'), lease: count }),
  v.strictObject({ type: v.literal('control.ended'), reason: v.picklist(['left-origin']) }),
]);
export type ControlAnswer = v.InferOutput<typeof controlAnswerSchema>;
