import * as v from 'valibot';
import { participantIdSchema } from './ids.ts';
import { folderManagerCommands, folderManagerFacts, folderManagerQuestions } from './manager-folder.ts';
import { managerLimits } from './manager-limits.ts';
import { watchManagerCommands, watchManagerFacts, watchManagerQuestions } from './manager-watch.ts';

/**
 * Between the extension and the Support Manager: native messaging, JSON in frames of at most 1 MiB each way.
 * Commands come from our own extension only; the other participant never talks to the Support Manager.
 */

/** Of a question; its answer carries the same. */
const id = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
/** The owner's consent to control; the relay names grants as it names participants. */
const grant = participantIdSchema;
const text = (chars: number) => v.pipe(v.string(), v.maxLength(chars));
const fraction = v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(1));

/** A place on the granted surface, in parts of its width and height. */
export const surfacePointSchema = v.strictObject({ x: fraction, y: fraction });
export type SurfacePoint = v.InferOutput<typeof surfacePointSchema>;

/** Ids are the numbers that Chromium's picker gives a captured screen or window. */
const surfaceId = v.pipe(v.string(), v.regex(/^\d{1,20}$/));
export const nativeSurfaceSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('desktop'), screen: surfaceId }),
  v.strictObject({ kind: v.literal('application'), window: surfaceId }),
]);
export type NativeSurface = v.InferOutput<typeof nativeSurfaceSchema>;

/** CSS pixels; one notch of a wheel is 120. */
export const wheelDelta = v.pipe(v.number(), v.finite(), v.minValue(-12_000), v.maxValue(12_000));

/** A key by what it means (`key`) and, where that says nothing, by its place (`code`). */
export const managerKey = { key: v.pipe(text(32), v.minLength(1)), code: text(32) };

/** Input to a granted surface: nothing is answered, but `manager.dropped` when it was not carried out. */
const inputOptions = [
  v.strictObject({
    type: v.literal('manager.pointer'),
    grant,
    action: v.picklist(['move', 'down', 'up']),
    at: surfacePointSchema,
    /** As in MouseEvent.button: left, middle, right, back, forward. */
    button: v.picklist([0, 1, 2, 3, 4]),
  }),
  v.strictObject({ type: v.literal('manager.wheel'), grant, at: surfacePointSchema, dx: wheelDelta, dy: wheelDelta }),
  /** Plain text goes as text. */
  v.strictObject({ type: v.literal('manager.key'), grant, action: v.picklist(['down', 'up']), ...managerKey }),
  v.strictObject({
    type: v.literal('manager.text'),
    grant,
    text: v.pipe(text(managerLimits.textChars), v.minLength(1)),
  }),
  /** Let go of every key and button: the other side's window has lost the focus. */
  v.strictObject({ type: v.literal('manager.release'), grant }),
] as const;
export const managerInputSchema = v.variant('type', inputOptions);
export type ManagerInput = v.InferOutput<typeof managerInputSchema>;

/** Questions: each is answered once, by a fact with its id. */
const questionOptions = [
  /** The first message. It grants nothing. */
  v.strictObject({ type: v.literal('manager.hello'), id, protocol: v.pipe(v.number(), v.safeInteger()) }),
  v.strictObject({ type: v.literal('manager.surfaces'), id }),
  v.strictObject({ type: v.literal('manager.system'), id }),
  /** Control of one surface begins, under a lease that has to be renewed. One at a time: a newer takes its place. */
  v.strictObject({ type: v.literal('manager.control'), id, grant, surface: nativeSurfaceSchema }),
  /** Bring the granted window to the front. */
  v.strictObject({ type: v.literal('manager.raise'), id, grant }),
  v.strictObject({ type: v.literal('manager.clipboard-read'), id, grant }),
  v.strictObject({
    type: v.literal('manager.clipboard-write'),
    id,
    grant,
    text: text(managerLimits.clipboardBytes),
  }),
  ...folderManagerQuestions,
  ...watchManagerQuestions,
] as const;
const questionSchema = v.variant('type', questionOptions);
export type ManagerQuestion = v.InferOutput<typeof questionSchema>;

export const managerCommandSchema = v.variant('type', [
  ...questionOptions,
  ...inputOptions,
  ...folderManagerCommands,
  ...watchManagerCommands,
  v.strictObject({ type: v.literal('manager.renew'), grant }),
  v.strictObject({ type: v.literal('manager.end'), grant }),
  /** While a question of consent is open nothing is carried out. */
  v.strictObject({ type: v.literal('manager.pause'), paused: v.boolean() }),
]);
export type ManagerCommand = v.InferOutput<typeof managerCommandSchema>;

const pixels = v.pipe(v.number(), v.safeInteger());
const rectangle = { x: pixels, y: pixels, width: pixels, height: pixels };
const screenSchema = v.strictObject({ id: surfaceId, name: text(200), primary: v.boolean(), ...rectangle });
const windowSchema = v.strictObject({
  id: surfaceId,
  title: text(300),
  /** The program's own name for itself. */
  program: text(200),
  minimised: v.boolean(),
  ...rectangle,
});
export type NativeScreen = v.InferOutput<typeof screenSchema>;
export type NativeWindow = v.InferOutput<typeof windowSchema>;

/** Why there is no input on this computer. */
export const noInputReasons = ['wayland', 'no-display', 'not-permitted', 'unsupported'] as const;
export type NoInputReason = (typeof noInputReasons)[number];

export const dropCodes = [
  /** No such grant, or it has ended. */
  'not-granted',
  /** The lease is over. */
  'lapsed',
  /** A question of consent is open. */
  'paused',
  /** The person's own mouse or keys are in use. */
  'suspended',
  /** Faster than is allowed. */
  'too-many',
  /** The place is not on a screen. */
  'outside',
  /** Another window lies over the place. */
  'covered',
  'minimised',
  /** Another window has the keyboard. */
  'not-focused',
  /** Would lead out of the granted window, or away from the desktop. */
  'forbidden-key',
  /** This keyboard has no such key. */
  'unknown-key',
  /** The window or screen is no more. */
  'gone',
] as const;
export type DropCode = (typeof dropCodes)[number];

export const failureCodes = [
  'not-granted',
  'gone',
  'lapsed',
  'paused',
  'suspended',
  'unsupported',
  'too-large',
  'too-many',
  'failed',
] as const;
export type ManagerFailure = (typeof failureCodes)[number];

/** Why the Support Manager talks to nobody; it ends after this. */
export const unfitCodes = [
  /** Runs as root or administrator. */
  'elevated',
  /** Another program or extension has started it. */
  'unknown-extension',
  /** Speaks another version; one of the two is to be updated. */
  'other-version',
  'message.invalid',
  'message.too-large',
] as const;
export type UnfitCode = (typeof unfitCodes)[number];

export const managerFactSchema = v.variant('type', [
  // A newer Support Manager may say more of itself.
  v.object({
    type: v.literal('manager.welcomed'),
    id,
    version: text(40),
    system: v.picklist(['linux', 'windows', 'macos']),
    /** Null: there is input. */
    noInput: v.nullable(v.picklist(noInputReasons)),
    clipboard: v.boolean(),
    /** It can watch a screen; older ones do not say that they cannot. */
    watches: v.optional(v.boolean(), false),
  }),
  v.strictObject({
    type: v.literal('manager.listed'),
    id,
    screens: v.pipe(v.array(screenSchema), v.maxLength(managerLimits.screens)),
    /** From the top down. */
    windows: v.pipe(v.array(windowSchema), v.maxLength(managerLimits.windows)),
  }),
  v.strictObject({
    type: v.literal('manager.system-told'),
    id,
    system: text(200),
    processor: text(200),
    cores: pixels,
    memoryBytes: pixels,
    freeMemoryBytes: pixels,
    uptimeSeconds: pixels,
    language: text(40),
    disks: v.pipe(
      v.array(v.strictObject({ name: text(300), bytes: pixels, freeBytes: pixels })),
      v.maxLength(managerLimits.disks),
    ),
    /** The largest by memory. */
    processes: v.pipe(
      v.array(v.strictObject({ name: text(300), memoryBytes: pixels })),
      v.maxLength(managerLimits.processes),
    ),
  }),
  ...folderManagerFacts,
  ...watchManagerFacts,
  v.strictObject({ type: v.literal('manager.clipboard'), id, text: text(managerLimits.clipboardBytes) }),
  v.strictObject({ type: v.literal('manager.done'), id }),
  v.strictObject({ type: v.literal('manager.failed'), id, code: v.picklist(failureCodes) }),
  /** Some input was not carried out; said a few times a second at most. */
  v.strictObject({ type: v.literal('manager.dropped'), grant: text(22), code: v.picklist(dropCodes) }),
  v.strictObject({ type: v.literal('manager.suspended'), grant, ms: pixels }),
  v.strictObject({ type: v.literal('manager.resumed'), grant }),
  v.strictObject({ type: v.literal('manager.lapsed'), grant }),
  /** The surface is gone: control has ended. */
  v.strictObject({ type: v.literal('manager.ended'), grant, reason: v.literal('gone') }),
  v.strictObject({ type: v.literal('manager.unfit'), code: v.picklist(unfitCodes) }),
]);
export type ManagerFact = v.InferOutput<typeof managerFactSchema>;
