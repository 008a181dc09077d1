import * as v from 'valibot';
import { commandIdSchema } from './ids.ts';
import { limits } from './limits.ts';
import { dropCodes, failureCodes, managerKey, noInputReasons, surfacePointSchema, wheelDelta } from './manager.ts';
import { streamId } from './media.ts';
import { screenLimits } from './screen-limits.ts';

/**
 * Control of desktops and applications, on the link's channel `screen`, as JSON. Commands go from the viewer to the
 * owner, answers come back; who is both says both. The owner's side translates for its Support Manager, which looks
 * at everything once more.
 */

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
/** The grant of control, and the lease under it; a lease with a greater number takes the place of the one before. */
const under = { grant: commandIdSchema, lease: count };

export const screenCommandSchemas = [
  /** Keeps the lease; the first one begins control of what that picture shows. */
  v.strictObject({ type: v.literal('screen.renew'), ...under, stream: streamId }),
  /** The viewer has turned away: all is let go of, and the lease is over. */
  v.strictObject({ type: v.literal('screen.release'), ...under }),
  v.strictObject({
    type: v.literal('screen.pointer'),
    ...under,
    action: v.picklist(['move', 'down', 'up']),
    at: surfacePointSchema,
    button: v.picklist([0, 1, 2, 3, 4]),
  }),
  v.strictObject({ type: v.literal('screen.wheel'), ...under, at: surfacePointSchema, dx: wheelDelta, dy: wheelDelta }),
  v.strictObject({ type: v.literal('screen.key'), ...under, action: v.picklist(['down', 'up']), ...managerKey }),
  v.strictObject({
    type: v.literal('screen.text'),
    ...under,
    text: v.pipe(v.string(), v.minLength(1), v.maxLength(screenLimits.textChars)),
  }),
  /** Bring the controlled window to the front. */
  v.strictObject({ type: v.literal('screen.raise'), ...under }),
  /** Another size of the page in a shown tab. Under the grant of view, where its owner has allowed that too. */
  v.strictObject({
    type: v.literal('screen.zoom'),
    grant: commandIdSchema,
    stream: streamId,
    step: v.picklist(['in', 'out', 'reset']),
  }),
  /** The viewer would like the owner to get what is missing; or not any more. */
  v.strictObject({ type: v.literal('screen.wanted'), on: v.boolean() }),
] as const;
const screenCommandSchema = v.variant('type', screenCommandSchemas);
export type ScreenCommand = v.InferOutput<typeof screenCommandSchema>;
/** A command under a lease. */
export type ScreenInput = Exclude<
  ScreenCommand,
  { type: 'screen.renew' | 'screen.release' | 'screen.wanted' | 'screen.zoom' }
>;

/** What an owner's side lacks to let its computer be controlled. */
export const controlLacks = [
  /** The session runs in the join page. */
  'no-extension',
  /** The browser has not been allowed to start a Support Manager. */
  'not-allowed',
  /** None is installed. */
  'missing',
  /** It is there, and of no use: too old, or not ours. */
  'unfit',
  ...noInputReasons,
] as const;
export type ControlLack = (typeof controlLacks)[number];

/** Why a lease is not in force although its grant stands. */
export const waitCodes = [
  ...failureCodes,
  /** There is no Support Manager at the moment. */
  'no-manager',
  /** The owner is asked which window or screen it is. */
  'choosing',
  /** A browser tab is shown; those have no place on the desktop. */
  'tab',
] as const;
export type WaitCode = (typeof waitCodes)[number];

const screenAnswerSchemas = [
  /** Null: nothing is missing. `refused`: the owner does not want to get it now. */
  v.strictObject({
    type: v.literal('screen.able'),
    lack: v.nullable(v.picklist(controlLacks)),
    refused: v.boolean(),
  }),
  /** The lease is in force: input under it counts from now on. */
  v.strictObject({ type: v.literal('screen.held'), ...under }),
  v.strictObject({ type: v.literal('screen.waiting'), ...under, code: v.picklist(waitCodes) }),
  v.strictObject({ type: v.literal('screen.lapsed'), ...under }),
  /** The owner's own mouse or keys are in use. */
  v.strictObject({
    type: v.literal('screen.suspended'),
    grant: commandIdSchema,
    ms: v.pipe(count, v.maxValue(limits.ownInputMs)),
  }),
  v.strictObject({ type: v.literal('screen.resumed'), grant: commandIdSchema }),
  /** The viewer may zoom that shown tab; or not any more. */
  v.strictObject({ type: v.literal('screen.zoomable'), grant: commandIdSchema, stream: streamId, on: v.boolean() }),
  v.strictObject({ type: v.literal('screen.dropped'), grant: commandIdSchema, code: v.picklist(dropCodes) }),
] as const;
const screenAnswerSchema = v.variant('type', screenAnswerSchemas);
export type ScreenAnswer = v.InferOutput<typeof screenAnswerSchema>;

export const screenMessageSchema = v.variant('type', [...screenCommandSchemas, ...screenAnswerSchemas]);
export type ScreenMessage = ScreenCommand | ScreenAnswer;

const commandTypes: ReadonlySet<string> = new Set(screenCommandSchemas.map(({ entries }) => entries.type.literal));
export const isScreenCommand = (message: ScreenMessage): message is ScreenCommand => commandTypes.has(message.type);
