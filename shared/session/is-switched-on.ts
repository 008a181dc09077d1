import type { ParticipantId } from '../protocol/ids.ts';
import type { ShareKind } from './share.ts';
import type { Participant, SessionState } from './state.ts';

/** Whether the site lets its hosts ask for this, or offer it. In a session that is not open nothing is. */
export const isSwitchedOn = (state: SessionState, { surface, level, direction }: ShareKind): boolean =>
  state.phase === 'open' &&
  state.switchedOn.some((on) => on.surface === surface && on.level === level && on.direction === direction);

/** Of the hosts only who leads the session asks for all; one who helps sees and controls the customer's page at most. */
export const suitsRole = (
  role: Participant['role'] | undefined,
  { surface, direction }: Pick<ShareKind, 'surface' | 'direction'>,
): boolean => role === 'lead' || (surface === 'page' && direction === 'request');

/** Whether this host may ask for it, or offer it. */
export const isOfferedTo = (state: SessionState, host: ParticipantId, kind: ShareKind): boolean =>
  state.phase === 'open' && isSwitchedOn(state, kind) && suitsRole(state.participants[host]?.role, kind);
