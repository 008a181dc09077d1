import type { ParticipantId } from '../protocol/ids.ts';
import type { ShareKind } from './share.ts';
import type { SessionState } from './state.ts';

/** Whether the site lets its hosts ask for this, or offer it. In a session that is not open nothing is. */
export const isSwitchedOn = (state: SessionState, { surface, level, direction }: ShareKind): boolean =>
  state.phase === 'open' &&
  state.switchedOn.some((on) => on.surface === surface && on.level === level && on.direction === direction);

/** Only the host who leads the session asks for it: a host who helps sees and controls the customer's page at most. */
export const isForLead = ({ surface, direction }: Pick<ShareKind, 'surface' | 'direction'>): boolean =>
  surface !== 'page' || direction === 'share';

/** Whether this host may ask for it, or offer it. */
export const isOfferedTo = (state: SessionState, host: ParticipantId, kind: ShareKind): boolean =>
  isSwitchedOn(state, kind) &&
  state.phase === 'open' &&
  (state.participants[host]?.role === 'lead' || !isForLead(kind));
