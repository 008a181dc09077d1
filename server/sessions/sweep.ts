import { newId } from '../../shared/protocol/new-id.ts';
import { performAction } from '../commands/perform-action.ts';
import type { Deps } from '../deps.ts';
import type { Sessions } from './sessions.ts';

const atMost = 100;

/** Ends sessions that everybody has left alone, and forgets secrets that have run out. Any instance may do it. */
export async function sweep({ store, now, limits }: Pick<Deps, 'store' | 'now' | 'limits'>, sessions: Sessions) {
  await store.touch(sessions.heldIds(), now());
  await store.prune(now());
  for (const sessionId of await store.idleSessions(now() - limits.idleEndMs, atMost)) {
    await sessions.run(sessionId, (context) => performAction(context, 'relay', { type: 'session.end', id: newId() }));
  }
}
