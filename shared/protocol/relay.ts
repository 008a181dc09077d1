import * as v from 'valibot';
import { actionSchemas } from '../session/actions.ts';
import { chatAudiences } from '../session/chat.ts';
import { entrySchema } from '../session/facts.ts';
import { refusalCodes } from '../session/may.ts';
import { iceServerSchema } from './ice-server.ts';
import { commandIdSchema, nameSchema, participantIdSchema, sessionIdSchema, ticketSchema } from './ids.ts';
import { limits, protocolVersion } from './limits.ts';
import { privacyPolicySchema } from './privacy-policy.ts';

const time = v.pipe(v.number(), v.integer(), v.minValue(0));

/** First message on either socket. `after`: the last sequence number that the client has. */
export const helloSchema = v.strictObject({
  type: v.literal('socket.hello'),
  protocol: v.literal(protocolVersion),
  ticket: ticketSchema,
  after: time,
});

/** Client → relay, on the control socket: commands, in the imperative. */
export const clientMessageSchema = v.variant('type', [
  helloSchema,
  v.strictObject({ type: v.literal('socket.pong'), at: time }),
  v.strictObject({
    type: v.literal('signal.send'),
    to: participantIdSchema,
    data: v.pipe(v.string(), v.maxLength(limits.signalDataChars)),
  }),
  /** One writes. Passed on, kept nowhere. */
  v.strictObject({ type: v.literal('typing.tell'), audience: v.picklist(chatAudiences) }),
  ...actionSchemas,
]);
export type ClientMessage = v.InferOutput<typeof clientMessageSchema>;
export type Hello = v.InferOutput<typeof helloSchema>;

export const socketFailures = [
  'hello.expected',
  'hello.too-late',
  'ticket.invalid',
  'message.invalid',
  'message.too-large',
  'message.too-many',
  'heartbeat.missed',
  'replaced',
  'session.ended',
] as const;
export type SocketFailure = (typeof socketFailures)[number];

/** WebSocket close code for each failure; 4000–4099 are ours. */
export const closeCodes: Record<SocketFailure, number> = {
  'hello.expected': 4001,
  'hello.too-late': 4002,
  'ticket.invalid': 4003,
  'message.invalid': 4004,
  'message.too-large': 1009,
  'message.too-many': 4005,
  'heartbeat.missed': 4006,
  replaced: 4007,
  'session.ended': 4008,
};

/** Relay → client, on the control socket: facts and answers, in the past tense. */
export const relayMessageSchema = v.variant('type', [
  v.strictObject({
    type: v.literal('socket.welcomed'),
    sessionId: sessionIdSchema,
    participantId: participantIdSchema,
    /** The relay's clock, ms since 1970. */
    now: time,
    /** The sequence number of the newest fact in the store. */
    seq: time,
    online: v.array(participantIdSchema),
  }),
  v.strictObject({ type: v.literal('socket.ping'), at: time }),
  /** The relay stops; come back after `retryMs`. */
  v.strictObject({ type: v.literal('socket.drained'), retryMs: time }),
  /** To one who waits to be admitted, in place of facts. */
  v.strictObject({
    type: v.literal('lobby.changed'),
    phase: v.picklist(['waiting', 'refused', 'over']),
    site: nameSchema,
    host: nameSchema,
  }),
  v.strictObject({ type: v.literal('fact.appended'), entry: entrySchema }),
  /** What the site has decided about privacy: to all inside, at once and whenever it is decided anew. */
  v.strictObject({ type: v.literal('privacy.decided'), policy: privacyPolicySchema }),
  /** Ways through the network: to all inside, and anew before the credentials expire (ms since 1970). */
  v.strictObject({
    type: v.literal('ice.offered'),
    servers: v.pipe(v.array(iceServerSchema), v.maxLength(8)),
    expiresAt: time,
  }),
  v.strictObject({ type: v.literal('command.accepted'), id: commandIdSchema, seq: time }),
  v.strictObject({
    type: v.literal('command.refused'),
    id: commandIdSchema,
    code: v.picklist([...refusalCodes, 'session.full', 'relay.busy']),
  }),
  v.strictObject({
    type: v.literal('presence.changed'),
    participantId: participantIdSchema,
    online: v.boolean(),
  }),
  v.strictObject({ type: v.literal('typing.told'), from: participantIdSchema, audience: v.picklist(chatAudiences) }),
  v.strictObject({ type: v.literal('signal.received'), from: participantIdSchema, data: v.string() }),
]);
export type RelayMessage = v.InferOutput<typeof relayMessageSchema>;
