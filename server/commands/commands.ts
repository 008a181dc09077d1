import type { ParticipantId } from '../../shared/protocol/ids.ts';
import type { ClientMessage } from '../../shared/protocol/relay.ts';
import type { Command, CommandContext, Effect } from './effect.ts';
import { performAction } from './perform-action.ts';
import { signalSend } from './signal-send.ts';
import { typingTell } from './typing-tell.ts';

/** What the socket itself deals with (socket/control-socket.ts). */
type OfTheSocket = 'socket.hello' | 'socket.pong';
type CommandType = Exclude<ClientMessage['type'], OfTheSocket>;
type MessageOf = { [T in CommandType]: Extract<ClientMessage, { type: T }> };
export type CommandMessage = MessageOf[CommandType];

/** A message without a command here is a type error. */
const commands = {
  'signal.send': signalSend,
  'typing.tell': typingTell,
  'participant.admit': performAction,
  'participant.refuse': performAction,
  'participant.leave': performAction,
  'participant.remove': performAction,
  'lead.hand-over': performAction,
  'share.request': performAction,
  'share.accept': performAction,
  'share.grant': performAction,
  'share.refuse': performAction,
  'share.end': performAction,
  'tool.request': performAction,
  'tool.accept': performAction,
  'tool.grant': performAction,
  'tool.refuse': performAction,
  'tool.end': performAction,
  'recording.start': performAction,
  'recording.pause': performAction,
  'recording.resume': performAction,
  'recording.stop': performAction,
  'recording.fail': performAction,
  'folder.note': performAction,
  'call.start': performAction,
  'call.join': performAction,
  'call.decline': performAction,
  'call.leave': performAction,
  'call.give-up': performAction,
  'chat.say': performAction,
  'chat.reach': performAction,
  'note.write': performAction,
  'file.publish': performAction,
  'file.withdraw': performAction,
  'file.receive': performAction,
  'session.end': performAction,
} satisfies { [T in CommandType]: Command<MessageOf[T]> };

export function decide<T extends CommandType>(
  context: CommandContext,
  actor: ParticipantId,
  message: MessageOf[T] & { type: T },
): Effect[] {
  const table: { [K in CommandType]: Command<MessageOf[K]> } = commands;
  return table[message.type](context, actor, message);
}
