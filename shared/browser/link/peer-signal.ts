import * as v from 'valibot';
import { type Parsed, parseWith } from '../../protocol/codec.ts';

/** What simple-peer wants carried to its other half, and no more: no media is negotiated here. */
export const peerDataSchema = v.union([
  v.object({ type: v.picklist(['offer', 'answer']), sdp: v.string() }),
  v.object({
    type: v.literal('candidate'),
    candidate: v.object({
      candidate: v.string(),
      sdpMLineIndex: v.optional(v.nullable(v.number())),
      sdpMid: v.optional(v.nullable(v.string())),
    }),
  }),
  v.object({ type: v.literal('renegotiate'), renegotiate: v.literal(true) }),
]);
export type PeerData = v.InferOutput<typeof peerDataSchema>;

/** `peer` counts the initiator's tries: what belongs to an earlier one is late. `data: null`: that one is gone. */
const peerSignalSchema = v.strictObject({
  peer: v.pipe(v.number(), v.integer(), v.minValue(1)),
  data: v.nullable(peerDataSchema),
});
export type PeerSignal = v.InferOutput<typeof peerSignalSchema>;

export const parsePeerSignal = (text: string): Parsed<PeerSignal> => parseWith(peerSignalSchema, text);
