import type { SessionId } from '../../../shared/protocol/ids.ts';
import type { OwnSessions } from '../../../shared/protocol/rest.ts';

/** Of the host's open sessions those that are not here: which are in another window, and which in none, the oldest first. */
export function sortOwn(
  own: OwnSessions,
  held: readonly SessionId[],
  inOthers: readonly SessionId[],
): { elsewhere: OwnSessions; toOpen: SessionId[] } {
  const missing = own.filter(({ sessionId, invitedBy }) => invitedBy === null && !held.includes(sessionId));
  return {
    elsewhere: missing.filter(({ sessionId }) => inOthers.includes(sessionId)),
    toOpen: missing
      .filter(({ sessionId }) => !inOthers.includes(sessionId))
      .map(({ sessionId }) => sessionId)
      .toReversed(),
  };
}
