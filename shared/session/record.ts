import type { ParticipantId } from '../protocol/ids.ts';
import type { Action } from './actions.ts';
import type { Fact } from './facts.ts';
import type { SessionState } from './state.ts';

type Begun = Exclude<SessionState, { phase: 'none' }>;

/** The facts that an allowed action makes, in order. Ask `may` first. */
export function record(state: Begun, actorId: ParticipantId | 'relay', action: Action): Fact[] {
  switch (action.type) {
    case 'participant.admit': {
      const known = state.participants[action.participantId];
      if (!known) return [];
      const { id, name, role } = known;
      return [{ type: 'participant.admitted', participantId: id, name, role }];
    }
    case 'participant.refuse':
      return [{ type: 'participant.refused', participantId: action.participantId }];
    case 'participant.leave':
      return leaving(state, actorId);
    case 'participant.remove':
      return [{ type: 'participant.left', participantId: action.participantId, reason: 'gone' }];
    case 'lead.hand-over':
      return [{ type: 'lead.handed-over', to: action.to }];
    case 'share.request':
      return [{ type: 'share.requested', requestId: action.id, ref: action.ref, direction: action.direction }];
    case 'share.accept':
      return [{ type: 'share.accepted', requestId: action.requestId }];
    case 'share.grant':
      return [{ type: 'share.granted', requestId: action.requestId, grantId: action.id }];
    case 'share.refuse':
      return [{ type: 'share.refused', requestId: action.requestId, reason: action.reason }];
    case 'share.end':
      return [{ type: 'share.ended', ref: action.ref, grantId: action.grantId, reason: action.reason }];
    case 'folder.note':
      return [{ type: 'folder.noted', grantId: action.grantId, deeds: action.deeds }];
    case 'tool.request':
      return [{ type: 'tool.requested', requestId: action.id, tool: action.tool, to: action.to }];
    case 'tool.accept':
      return [{ type: 'tool.accepted', requestId: action.requestId }];
    case 'tool.grant':
      return [{ type: 'tool.granted', requestId: action.requestId, grantId: action.id }];
    case 'tool.refuse':
      return [{ type: 'tool.refused', requestId: action.requestId, reason: action.reason }];
    case 'tool.end': {
      const { tool, to, grantId, reason } = action;
      return [{ type: 'tool.ended', tool, to, grantId, reason }];
    }
    case 'recording.start':
      return [{ type: 'recording.started', recordingId: action.id, isAutomatic: isAutomatic(state) }];
    case 'recording.pause':
      return [{ type: 'recording.paused', recordingId: action.recordingId }];
    case 'recording.resume':
      return [{ type: 'recording.resumed', recordingId: action.recordingId }];
    case 'recording.stop':
      return [{ type: 'recording.stopped', recordingId: action.recordingId }];
    case 'recording.fail':
      return [{ type: 'recording.failed', recordingId: action.recordingId, code: action.code }];
    case 'call.start':
      return [{ type: 'call.started', callId: action.id, participantId: actorId, medium: action.medium }];
    case 'call.join':
      return [{ type: 'call.joined', callId: action.callId, participantId: actorId }];
    case 'call.decline':
      return [{ type: 'call.declined', callId: action.callId, participantId: actorId }];
    case 'call.leave':
      return [{ type: 'call.left', callId: action.callId, participantId: actorId }];
    case 'call.give-up':
      return [{ type: 'call.given-up', callId: action.callId }];
    case 'chat.say': {
      const { id: messageId, audience, text, picture } = action;
      return [{ type: 'chat.said', messageId, audience, text, picture }];
    }
    case 'chat.reach':
      return [{ type: 'chat.reached', upTo: action.upTo, isRead: action.isRead }];
    case 'note.write':
      return [{ type: 'note.written', noteId: action.noteId, begunAt: action.begunAt, text: action.text }];
    case 'file.publish': {
      const { id: fileId, name, size, mediaType, to } = action;
      return [{ type: 'file.published', fileId, name, size, mediaType, to }];
    }
    case 'file.withdraw':
      return [{ type: 'file.withdrawn', fileId: action.fileId }];
    case 'file.receive':
      return [{ type: 'file.received', fileId: action.fileId, size: action.size, sha256: action.sha256 }];
    case 'session.end':
      return [{ type: 'session.ended', reason: actorId === 'relay' ? 'idle' : 'ended' }];
  }
}

const isAutomatic = (state: Begun): boolean => state.phase === 'open' && state.recordingRule.mode === 'automatic';

/** When the lead host leaves, the session has nobody to help in it and ends. */
function leaving(state: Begun, actorId: ParticipantId | 'relay'): Fact[] {
  const actor = state.participants[actorId];
  if (!actor) return [];
  const left: Fact = { type: 'participant.left', participantId: actor.id, reason: 'left' };
  return actor.role === 'lead' ? [left, { type: 'session.ended', reason: 'host-left' }] : [left];
}
