import type { LiveSession } from '../sessions/live-session.ts';
import type { Sessions } from '../sessions/sessions.ts';
import type { TurnUser } from './turn-credentials.ts';

/**
 * Lets in who is present in an open session, and says when that is over: an allocation may outlive the
 * credential that it was asked for with, but not its participant's stay.
 */
export async function admitToTurn(sessions: Sessions, user: TurnUser, gone: () => void): Promise<(() => void) | null> {
  const live = await sessions.hold(user.sessionId);
  if (!(await isKnown(live, user))) {
    sessions.release(live);
    return null;
  }
  const unwatch = live.watch(() => {
    if (!isPresent(live, user)) gone();
  });
  return () => {
    unwatch();
    sessions.release(live);
  };
}

/** Who is connected to another instance may have been let in there a moment ago: then the store knows. */
async function isKnown(live: LiveSession, user: TurnUser): Promise<boolean> {
  if (!isPresent(live, user)) await live.refresh().catch(() => {});
  return isPresent(live, user);
}

function isPresent({ log: { state } }: LiveSession, { participantId }: TurnUser): boolean {
  return state.phase === 'open' && state.participants[participantId]?.phase === 'present';
}
