import type { ParticipantId } from '../../shared/protocol/ids.ts';
import type { Fact } from '../../shared/session/facts.ts';
import type { CommandContext, Effect } from './effect.ts';

export interface TakeOver {
  /** Who takes the session; with a seat of an earlier stay, or a new one. */
  host: { participantId: ParticipantId; name: string; userId: string; tokenHash: string; isKnown: boolean };
}

/** A session is handed on: the host who takes it leads, and who led leaves. */
export function takeOver({ state }: CommandContext, { host }: TakeOver): Effect[] {
  if (state.phase !== 'open') return [{ type: 'fail', code: 'session.ended' }];
  const { participantId, name, userId, tokenHash, isKnown } = host;
  const lead = Object.values(state.participants).find(({ role, phase }) => role === 'lead' && phase === 'present');
  if (lead?.id === participantId) return [];
  const comes: Fact =
    state.participants[participantId]?.phase === 'present'
      ? { type: 'lead.handed-over', to: participantId }
      : { type: 'participant.admitted', participantId, name, role: 'lead' };
  const goes: Fact[] = lead ? [{ type: 'participant.left', participantId: lead.id, reason: 'left' }] : [];
  const seats = isKnown ? [] : [{ participantId, tokenHash, role: 'lead' as const, userId }];
  // Somebody leads at each moment: who hands over leaves last where both are there, first where one only comes.
  const facts = comes.type === 'lead.handed-over' ? [comes, ...goes] : [...goes, comes];
  return [{ type: 'append', by: participantId, facts, seats }];
}
