import * as v from 'valibot';
import { type Parsed, parseWith } from '../../protocol/codec.ts';

const base64url = (bytes: number) =>
  v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]+$/), v.length(Math.ceil((bytes * 4) / 3)));
/** One run of the handshake, named by the initiator. */
const attempt = base64url(16);
/** One life of a side: from the making of its link to a reload. */
const life = base64url(16);
const publicKey = base64url(65);

/** What two links say to each other by way of the relay's signals. All but `link.sealed` is the handshake. */
const linkSignalSchema = v.variant('type', [
  /** Responder: I am here, and have no keys yet. */
  v.strictObject({ type: v.literal('link.hello'), life }),
  /** Initiator: SHA-256(public key ‖ nonce), so that neither key can be chosen after seeing the other. */
  v.strictObject({ type: v.literal('link.commit'), attempt, commit: base64url(32) }),
  v.strictObject({ type: v.literal('link.key'), attempt, life, key: publicKey }),
  v.strictObject({
    type: v.literal('link.reveal'),
    attempt,
    key: publicKey,
    nonce: base64url(32),
    proof: base64url(32),
  }),
  v.strictObject({ type: v.literal('link.done'), attempt, proof: base64url(32) }),
  v.strictObject({
    type: v.literal('link.sealed'),
    attempt,
    box: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]*$/)),
  }),
]);
export type LinkSignal = v.InferOutput<typeof linkSignalSchema>;
export type HandshakeMessage = Exclude<LinkSignal, { type: 'link.sealed' }>;

export const parseLinkSignal = (text: string): Parsed<LinkSignal> => parseWith(linkSignalSchema, text);
