import type { ParticipantId } from '../../shared/protocol/ids.ts';
import type { Action } from '../../shared/session/actions.ts';
import { may } from '../../shared/session/may.ts';
import { record } from '../../shared/session/record.ts';
import type { CommandContext, Effect } from './effect.ts';

/** Every action on a session: allowed by `may`, written down by `record`. */
export function performAction(
  { state, now, limits }: CommandContext,
  actor: ParticipantId | 'relay',
  action: Action,
): Effect[] {
  const verdict = may(state, actor, action, now);
  if (!verdict.ok) return [{ type: 'refuse', id: action.id, code: verdict.code }];
  if (state.phase === 'none') return [];
  if (state.seq >= limits.factsPerSession && !takesAway(action)) {
    return [{ type: 'refuse', id: action.id, code: 'session.full' }];
  }
  return [
    { type: 'append', by: actor, facts: record(state, actor, action) },
    { type: 'accept', id: action.id },
  ];
}

/** A full session can still be stopped; each of these is possible only once for what came before. */
function takesAway(action: Action): boolean {
  switch (action.type) {
    case 'share.refuse':
    case 'share.end':
    case 'tool.refuse':
    case 'tool.end':
    case 'recording.pause':
    case 'recording.stop':
    case 'recording.fail':
    case 'participant.refuse':
    case 'participant.leave':
    case 'participant.remove':
    case 'call.decline':
    case 'call.leave':
    case 'call.give-up':
    case 'file.withdraw':
    case 'session.end':
      return true;
    case 'participant.admit':
    case 'lead.hand-over':
    case 'share.request':
    case 'share.accept':
    case 'share.grant':
    case 'tool.request':
    case 'tool.accept':
    case 'tool.grant':
    case 'recording.start':
    case 'recording.resume':
    case 'folder.note':
    case 'call.start':
    case 'call.join':
    case 'chat.say':
    case 'chat.reach':
    case 'note.write':
    case 'file.publish':
    case 'file.receive':
      return false;
  }
}
