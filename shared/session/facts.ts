import * as v from 'valibot';
import { filePolicySchema } from '../protocol/file-policy.ts';
import { commandIdSchema, nameSchema, participantIdSchema, sessionIdSchema } from '../protocol/ids.ts';
import { callMedia } from './call.ts';
import { chatIdSchema, saidEntries } from './chat.ts';
import { cameFromSchema } from './came-from.ts';
import { notedEntries } from './folder-deed.ts';
import { publishedEntries, receivedEntries } from './file.ts';
import { noteEntries } from './note.ts';
import { directions, endReasons, refusalReasons, shareKindSchema, shareRefSchema } from './share.ts';
import { recordingFacts } from './recording.ts';
import { recordingRuleSchema } from './recording-rule.ts';
import { toolFacts } from './tool.ts';

export const roles = ['lead', 'assistant', 'customer'] as const;
export const leaveReasons = ['left', 'closed', 'gone'] as const;
export const sessionEndReasons = ['ended', 'host-left', 'customer-left', 'idle'] as const;

const ofCall = { callId: commandIdSchema, participantId: participantIdSchema };
const person = { participantId: participantIdSchema, name: nameSchema, role: v.picklist(roles) };

/** All that can have happened in a session. The state is a fold of these (reduce.ts). */
export const factSchema = v.variant('type', [
  v.strictObject({
    type: v.literal('session.started'),
    sessionId: sessionIdSchema,
    site: nameSchema,
    host: v.strictObject({ participantId: participantIdSchema, name: nameSchema }),
    switchedOn: v.pipe(v.array(shareKindSchema), v.maxLength(12)),
    cameFrom: v.optional(cameFromSchema),
    /** Left out: as a site has it that has decided nothing. */
    recording: v.optional(recordingRuleSchema),
    /** Left out: of before there were files. */
    files: v.optional(filePolicySchema),
  }),
  v.strictObject({ type: v.literal('participant.knocked'), ...person }),
  v.strictObject({ type: v.literal('participant.admitted'), ...person }),
  v.strictObject({ type: v.literal('participant.refused'), participantId: participantIdSchema }),
  v.strictObject({
    type: v.literal('participant.left'),
    participantId: participantIdSchema,
    reason: v.picklist(leaveReasons),
  }),
  /** Another host who is present leads from now on; who led helps. */
  v.strictObject({ type: v.literal('lead.handed-over'), to: participantIdSchema }),
  v.strictObject({
    type: v.literal('share.requested'),
    requestId: commandIdSchema,
    ref: shareRefSchema,
    direction: v.picklist(directions),
  }),
  v.strictObject({ type: v.literal('share.accepted'), requestId: commandIdSchema }),
  v.strictObject({
    type: v.literal('share.granted'),
    requestId: commandIdSchema,
    grantId: commandIdSchema,
  }),
  v.strictObject({
    type: v.literal('share.refused'),
    requestId: commandIdSchema,
    reason: v.picklist(refusalReasons),
  }),
  v.strictObject({
    type: v.literal('share.ended'),
    ref: shareRefSchema,
    grantId: commandIdSchema,
    reason: v.picklist(endReasons),
  }),
  ...toolFacts,
  ...recordingFacts,
  v.strictObject({ type: v.literal('call.started'), ...ofCall, medium: v.picklist(callMedia) }),
  v.strictObject({ type: v.literal('call.joined'), ...ofCall }),
  v.strictObject({ type: v.literal('call.declined'), ...ofCall }),
  v.strictObject({ type: v.literal('call.left'), ...ofCall }),
  v.strictObject({ type: v.literal('call.given-up'), callId: commandIdSchema }),
  v.strictObject({ type: v.literal('chat.said'), messageId: chatIdSchema, ...saidEntries }),
  /** Somebody has all that was said up to this fact, and has read it. */
  v.strictObject({ type: v.literal('chat.reached'), upTo: v.pipe(v.number(), v.integer()), isRead: v.boolean() }),
  v.strictObject({ type: v.literal('note.written'), ...noteEntries }),
  v.strictObject({ type: v.literal('folder.noted'), ...notedEntries }),
  v.strictObject({ type: v.literal('file.published'), fileId: commandIdSchema, ...publishedEntries }),
  v.strictObject({ type: v.literal('file.withdrawn'), fileId: commandIdSchema }),
  v.strictObject({ type: v.literal('file.received'), ...receivedEntries }),
  v.strictObject({ type: v.literal('session.ended'), reason: v.picklist(sessionEndReasons) }),
]);
export type Fact = v.InferOutput<typeof factSchema>;

/** A fact in its place: `seq` counts from 1 without a gap in the store; `at` is the relay's time, ms since 1970. */
export const entrySchema = v.strictObject({
  seq: v.pipe(v.number(), v.integer(), v.minValue(1)),
  at: v.pipe(v.number(), v.integer()),
  by: v.union([participantIdSchema, v.literal('relay')]),
  fact: factSchema,
});
export type Entry = v.InferOutput<typeof entrySchema>;
