import type { ParticipantId } from '../protocol/ids.ts';
import { type ChatAudience, lineAt } from './chat.ts';
import type { Entry } from './facts.ts';
import { fileWith, knowsFile } from './file.ts';
import type { Participant, SessionState } from './state.ts';

/**
 * Whether a participant is told of a fact, by the newest state: nobody who was not admitted is told anything,
 * and a customer learns nothing of others who knocked in vain.
 */
export function seesFact(state: SessionState, viewerId: ParticipantId, { fact, by }: Entry): boolean {
  if (state.phase === 'none') return false;
  const viewer = state.participants[viewerId];
  if (!wasAdmitted(viewer)) return false;
  if (viewer?.role !== 'customer') return true;
  switch (fact.type) {
    case 'participant.knocked':
      return fact.participantId === viewerId;
    case 'participant.refused':
    case 'note.written':
      return false;
    case 'folder.noted':
      return by === viewerId;
    case 'participant.left':
      return wasAdmitted(state.participants[fact.participantId]);
    case 'chat.said':
      return fact.audience === 'all';
    case 'chat.reached':
      // How far hosts have read among themselves is theirs.
      return lineAt(state.chat, fact.upTo)?.audience === 'all';
    case 'file.published':
      return knowsFile({ by, to: fact.to }, viewer);
    case 'file.withdrawn':
    case 'file.received': {
      const file = fileWith(state.files, fact.fileId);
      return file !== undefined && knowsFile(file, viewer);
    }
    case 'session.started':
    case 'participant.admitted':
    case 'lead.handed-over':
    case 'share.requested':
    case 'share.accepted':
    case 'share.granted':
    case 'share.refused':
    case 'share.ended':
    case 'tool.requested':
    case 'tool.accepted':
    case 'tool.granted':
    case 'tool.refused':
    case 'tool.ended':
    case 'recording.started':
    case 'recording.paused':
    case 'recording.resumed':
    case 'recording.stopped':
    case 'recording.failed':
    case 'call.started':
    case 'call.joined':
    case 'call.declined':
    case 'call.left':
    case 'call.given-up':
    case 'session.ended':
      return true;
  }
}

/** What hosts know of the request is theirs: a customer is told of the session without it. */
export function asToldTo(state: SessionState, viewerId: ParticipantId, entry: Entry): Entry {
  const { fact } = entry;
  if (fact.type !== 'session.started' || fact.cameFrom === undefined || state.phase === 'none') return entry;
  if (state.participants[viewerId]?.role !== 'customer') return entry;
  const { cameFrom: _cameFrom, ...known } = fact;
  return { ...entry, fact: known };
}

/** Whether words for that audience are for this participant. */
export function mayHear(state: SessionState, who: ParticipantId, audience: ChatAudience): boolean {
  const person = state.phase === 'none' ? undefined : state.participants[who];
  return person?.phase === 'present' && (audience === 'all' || person.role !== 'customer');
}

function wasAdmitted(participant: Participant | undefined): boolean {
  return participant?.phase === 'present' || (participant?.phase === 'away' && participant.admitted);
}
