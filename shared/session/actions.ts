import * as v from 'valibot';
import { commandIdSchema, participantIdSchema } from '../protocol/ids.ts';
import { callMedia } from './call.ts';
import { saidEntries } from './chat.ts';
import { notedEntries } from './folder-deed.ts';
import { publishedEntries, receivedEntries } from './file.ts';
import { noteEntries } from './note.ts';
import { directions, endReasons, refusalReasons, shareRefSchema } from './share.ts';
import { recordingActions } from './recording.ts';
import { toolActions } from './tool.ts';

/** What a participant may try to do to the session. `may` decides, a fact records. */
export const actionSchemas = [
  v.strictObject({
    type: v.literal('participant.admit'),
    id: commandIdSchema,
    participantId: participantIdSchema,
  }),
  v.strictObject({
    type: v.literal('participant.refuse'),
    id: commandIdSchema,
    participantId: participantIdSchema,
  }),
  v.strictObject({ type: v.literal('participant.leave'), id: commandIdSchema }),
  /** The lead sends away a host who helps. */
  v.strictObject({ type: v.literal('participant.remove'), id: commandIdSchema, participantId: participantIdSchema }),
  /** The lead makes another host of the session its lead. */
  v.strictObject({ type: v.literal('lead.hand-over'), id: commandIdSchema, to: participantIdSchema }),
  v.strictObject({
    type: v.literal('share.request'),
    id: commandIdSchema,
    ref: shareRefSchema,
    direction: v.picklist(directions),
  }),
  v.strictObject({
    type: v.literal('share.accept'),
    id: commandIdSchema,
    requestId: commandIdSchema,
  }),
  v.strictObject({
    type: v.literal('share.grant'),
    id: commandIdSchema,
    requestId: commandIdSchema,
  }),
  v.strictObject({
    type: v.literal('share.refuse'),
    id: commandIdSchema,
    requestId: commandIdSchema,
    reason: v.picklist(refusalReasons),
  }),
  v.strictObject({
    type: v.literal('share.end'),
    id: commandIdSchema,
    ref: shareRefSchema,
    grantId: commandIdSchema,
    reason: v.picklist(endReasons),
  }),
  ...toolActions,
  ...recordingActions,
  /** Rings all others who are present. Its id is the call's. */
  v.strictObject({ type: v.literal('call.start'), id: commandIdSchema, medium: v.picklist(callMedia) }),
  v.strictObject({ type: v.literal('call.join'), id: commandIdSchema, callId: commandIdSchema }),
  v.strictObject({ type: v.literal('call.decline'), id: commandIdSchema, callId: commandIdSchema }),
  v.strictObject({ type: v.literal('call.leave'), id: commandIdSchema, callId: commandIdSchema }),
  /** The relay's, when nobody has answered in time. */
  v.strictObject({ type: v.literal('call.give-up'), id: commandIdSchema, callId: commandIdSchema }),
  /** Its id is the message's. */
  v.strictObject({ type: v.literal('chat.say'), id: commandIdSchema, ...saidEntries }),
  v.strictObject({
    type: v.literal('chat.reach'),
    id: commandIdSchema,
    upTo: v.pipe(v.number(), v.integer(), v.minValue(1)),
    isRead: v.boolean(),
  }),
  /** Also for a while after the end of the session. */
  v.strictObject({ type: v.literal('note.write'), id: commandIdSchema, ...noteEntries }),
  /** The customer's window tells what was done in the folder that it has open to a host. */
  v.strictObject({ type: v.literal('folder.note'), id: commandIdSchema, ...notedEntries }),
  /** Its id is the file's. */
  v.strictObject({ type: v.literal('file.publish'), id: commandIdSchema, ...publishedEntries }),
  v.strictObject({ type: v.literal('file.withdraw'), id: commandIdSchema, fileId: commandIdSchema }),
  /** The one who fetched it has compared its hash with its owner's. */
  v.strictObject({ type: v.literal('file.receive'), id: commandIdSchema, ...receivedEntries }),
  v.strictObject({ type: v.literal('session.end'), id: commandIdSchema }),
] as const;

export const actionSchema = v.variant('type', [...actionSchemas]);
export type Action = v.InferOutput<typeof actionSchema>;
