import type { SessionId } from '../../shared/protocol/ids.ts';
import type { Entry } from '../../shared/session/facts.ts';
import { reduce } from '../../shared/session/reduce.ts';
import { noSession, type SessionState } from '../../shared/session/state.ts';
import type { Store } from '../store/store.ts';

/** A session's facts as far as this instance has read them. The store has the say. */
export interface SessionLog {
  readonly state: SessionState;
  readonly entries: readonly Entry[];
  /** Sequence number of the last fact read. */
  readonly seq: number;
  /** Reads what is new in the store. */
  catchUp(): Promise<void>;
  /** Adds facts that were just written; those out of place are ignored. */
  take(entries: readonly Entry[]): void;
}

export function createSessionLog(store: Store, sessionId: SessionId): SessionLog {
  const entries: Entry[] = [];
  let state = noSession;

  function take(more: readonly Entry[]): void {
    for (const entry of more) {
      if (entry.seq !== entries.length + 1) continue;
      entries.push(entry);
      state = reduce(state, entry);
    }
  }

  return {
    get state() {
      return state;
    },
    get entries() {
      return entries;
    },
    get seq() {
      return entries.length;
    },
    async catchUp() {
      take(await store.entries(sessionId, entries.length));
    },
    take,
  };
}
