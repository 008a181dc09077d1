import type { SessionId } from '../../shared/protocol/ids.ts';
import { reduce } from '../../shared/session/reduce.ts';
import { noSession, type SessionState } from '../../shared/session/state.ts';
import type { Deps } from '../deps.ts';

/** What the stored facts of a session come to, also of one that nobody is in. */
export const storedState = async (store: Deps['store'], sessionId: SessionId): Promise<SessionState> =>
  (await store.entries(sessionId, 0)).reduce<SessionState>(reduce, noSession);
