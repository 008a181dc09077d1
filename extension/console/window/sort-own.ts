import type { SessionId } from '../../../shared/protocol/ids.ts';
import type { OwnSessions } from '../../../shared/protocol/rest.ts';

/**
 * Of the host's open sessions those that are not here: which are in another window, and which in none, the oldest
 * first. Those that were put away here stay away: they may be in another browser.
 */
export function sortOwn(
  own: OwnSessions,
  held: readonly SessionId[],
  inOthers: readonly SessionId[],
  putAway: readonly SessionId[],
): { elsewhere: OwnSessions; toOpen: SessionId[] } {
  const missing = own.filter(({ sessionId, invitedBy }) => invitedBy === null && !held.includes(sessionId));
  return {
    elsewhere: missing.filter(({ sessionId }) => inOthers.includes(sessionId)),
    toOpen: missing
      .filter(({ sessionId }) => !inOthers.includes(sessionId) && !putAway.includes(sessionId))
      .map(({ sessionId }) => sessionId)
      .toReversed(),
  };
}
