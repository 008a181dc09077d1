import * as v from 'valibot';
import { participantIdSchema, type ParticipantId } from '../../shared/protocol/ids.ts';

/** Word from a receiver to the sender that fills it: stop reading, or go on. On the topic `flow/<sender>`. */
export const flowSchema = v.strictObject({ receiver: participantIdSchema, full: v.boolean() });

export const flowTopic = (sender: ParticipantId): string => `flow/${sender}`;
/** Sealed frames for one participant: 22 bytes of sender id, then what only the two can read. Each is its one subscriber's. */
export const bulkTopic = (receiver: ParticipantId): string => `bulk/${receiver}`;

/** A participant id is this many ASCII bytes. */
export const idBytes = 22;
