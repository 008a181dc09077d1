import * as v from 'valibot';
import { participantIdSchema, type SessionId } from '../../shared/protocol/ids.ts';
import { chatAudiences } from '../../shared/session/chat.ts';

const instance = v.string();

/** Word between instances about one session, on the topic `session/<id>`. */
export const sessionEventSchema = v.variant('type', [
  /** There is something new in the store. */
  v.strictObject({ type: v.literal('facts.appended'), instance }),
  v.strictObject({ type: v.literal('presence.asked'), instance }),
  v.strictObject({
    type: v.literal('presence.changed'),
    instance,
    participantId: participantIdSchema,
    online: v.boolean(),
  }),
  v.strictObject({
    type: v.literal('signal.sent'),
    from: participantIdSchema,
    to: participantIdSchema,
    data: v.string(),
  }),
  v.strictObject({ type: v.literal('typing.sent'), from: participantIdSchema, audience: v.picklist(chatAudiences) }),
  /** A newer socket takes the place of the older one, wherever that is. */
  v.strictObject({
    type: v.literal('socket.opened'),
    participantId: participantIdSchema,
    kind: v.picklist(['control', 'bulk']),
    socketId: v.string(),
  }),
]);
export type SessionEvent = v.InferOutput<typeof sessionEventSchema>;

export function sessionTopic(sessionId: SessionId): string {
  return `session/${sessionId}`;
}
