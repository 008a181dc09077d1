import * as v from 'valibot';
import { commandIdSchema } from './ids.ts';

/**
 * What two participants say to each other about pictures and sound, on the link's channel `media`, both ways, as JSON.
 * Pictures and sound themselves go over a peer of their own, see `shared/browser/link/media.ts`.
 */

const maxStreams = 8;

/** What a stream is. A receiver shows a screen only under the grant that stands for it. */
export const streamLabelSchema = v.variant('kind', [
  v.strictObject({
    kind: v.literal('screen'),
    surface: v.picklist(['application', 'desktop']),
    grant: commandIdSchema,
  }),
  v.strictObject({ kind: v.literal('call') }),
]);
export type StreamLabel = v.InferOutput<typeof streamLabelSchema>;

/** As the browser names it; the same on both sides. */
export const streamId = v.pipe(v.string(), v.minLength(1), v.maxLength(100));

const sdp = v.pipe(v.string(), v.maxLength(200_000));
const short = v.pipe(v.string(), v.maxLength(2_000));

/** What simple-peer wants carried to its other half. */
export const mediaPeerDataSchema = v.union([
  v.object({ type: v.picklist(['offer', 'answer']), sdp }),
  v.object({
    type: v.literal('candidate'),
    candidate: v.object({
      candidate: short,
      sdpMLineIndex: v.optional(v.nullable(v.number())),
      sdpMid: v.optional(v.nullable(short)),
    }),
  }),
  v.object({ type: v.literal('renegotiate'), renegotiate: v.literal(true) }),
  v.object({
    type: v.literal('transceiverRequest'),
    transceiverRequest: v.object({ kind: v.picklist(['audio', 'video']) }),
  }),
]);
export type MediaPeerData = v.InferOutput<typeof mediaPeerDataSchema>;

/** How good a shared screen shall be: `sampling` needs at most a quarter of the line. */
export const screenQualities = ['standard', 'sampling'] as const;
export type ScreenQuality = (typeof screenQualities)[number];

/** `none`: there is no microphone, or it may not be used. */
export const microphoneStates = ['on', 'muted', 'none'] as const;

/** What somebody in a call says of themselves. */
const callStateSchema = v.strictObject({
  call: commandIdSchema,
  microphone: v.picklist(microphoneStates),
  camera: v.boolean(),
});
export type CallState = v.InferOutput<typeof callStateSchema>;

const fraction = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

/** `ready`: it comes on the line that was negotiated before there was anything to send. */
const announcedSchema = v.strictObject({
  id: streamId,
  label: streamLabelSchema,
  ready: v.optional(v.literal(true)),
});
export type Announced = v.InferOutput<typeof announcedSchema>;

export const mediaMessageSchema = v.variant('type', [
  /** All that is sent from now on; a stream that is not in the list is nobody's. */
  v.strictObject({
    type: v.literal('media.streams'),
    streams: v.pipe(v.array(announcedSchema), v.maxLength(maxStreams)),
  }),
  /** `peer` counts the initiator's tries. `data: null`: that one is gone. */
  v.strictObject({
    type: v.literal('media.signal'),
    peer: v.pipe(v.number(), v.integer(), v.minValue(1)),
    data: v.nullable(mediaPeerDataSchema),
  }),
  /** Host → customer: how screens shall be sent to this host. */
  v.strictObject({ type: v.literal('media.quality'), quality: v.picklist(screenQualities) }),
  /** Null: in no call, or not here. */
  v.strictObject({ type: v.literal('media.call'), state: v.nullable(callStateSchema) }),
  /** Viewer → owner: where the viewer points in the picture, in fractions of it; null: nowhere any more. */
  v.strictObject({
    type: v.literal('media.point'),
    stream: streamId,
    at: v.nullable(v.strictObject({ x: fraction, y: fraction })),
  }),
]);
export type MediaMessage = v.InferOutput<typeof mediaMessageSchema>;
