import type { Sessions } from '../sessions/sessions.ts';
import type { TurnUser } from './turn-credentials.ts';

/**
 * Lets in who is present in an open session, and says when that is over: an allocation may outlive the
 * credential that it was asked for with, but not its participant's stay.
 */
export async function admitToTurn(
  sessions: Sessions,
  { sessionId, participantId }: TurnUser,
  gone: () => void,
): Promise<(() => void) | null> {
  const live = await sessions.hold(sessionId);
  const present = () => {
    const { state } = live.log;
    return state.phase === 'open' && state.participants[participantId]?.phase === 'present';
  };
  if (!present()) {
    sessions.release(live);
    return null;
  }
  const unwatch = live.watch(() => {
    if (!present()) gone();
  });
  return () => {
    unwatch();
    sessions.release(live);
  };
}
