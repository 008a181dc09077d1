import { newId } from '../../shared/protocol/new-id.ts';
import { performAction } from '../commands/perform-action.ts';
import type { Deps } from '../deps.ts';
import { hashSecret, newSecret } from '../secrets.ts';
import type { Sessions } from '../sessions/sessions.ts';

const atMost = 1_000;

/** A host who may not sign in any more is out of all sessions at once: their places open nothing, and they have left. */
export async function putOut({ store }: Pick<Deps, 'store'>, sessions: Sessions, userId: string): Promise<void> {
  await store.closeSeatsOf(userId, () => hashSecret(newSecret()));
  for (const sessionId of await store.openSessionsOf(userId, atMost)) {
    const seat = await store.seatOfUser(sessionId, userId);
    if (!seat) continue;
    await sessions.run(sessionId, (context) =>
      performAction(context, seat.participantId, { type: 'participant.leave', id: newId() }),
    );
  }
}
