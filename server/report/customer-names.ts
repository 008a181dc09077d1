import type { SessionId } from '../../shared/protocol/ids.ts';
import type { Deps } from '../deps.ts';
import { createSessionLog } from '../sessions/session-log.ts';

/** Nobody has come yet: looked at again after this. */
const againAfterMs = 5_000;

/** Who is helped in sessions that began with their number, read from the sessions' own facts. */
export function createCustomerNames({ store, now }: Pick<Deps, 'store' | 'now'>) {
  const known = new Map<SessionId, { name: string | null; readAt: number }>();

  async function read(sessionId: SessionId): Promise<string | null> {
    const log = createSessionLog(store, sessionId);
    await log.catchUp();
    const customers = log.state.phase === 'none' ? [] : Object.values(log.state.participants);
    return customers.find(({ role, phase }) => role === 'customer' && phase === 'present')?.name ?? null;
  }
  return {
    /** Of these and no others. */
    async learn(sessionIds: ReadonlySet<SessionId>): Promise<void> {
      for (const sessionId of known.keys()) if (!sessionIds.has(sessionId)) known.delete(sessionId);
      for (const sessionId of sessionIds) {
        const one = known.get(sessionId);
        if (one && (one.name !== null || now() - one.readAt < againAfterMs)) continue;
        known.set(sessionId, { name: await read(sessionId), readAt: now() });
      }
    },
    of: (sessionId: SessionId): string | null => known.get(sessionId)?.name ?? null,
  };
}
