import type { SessionState } from '../../../shared/session/state.ts';

/** What is going on in a session, in one word; of several the most pressing. */
export type RowState = 'connecting' | 'lost' | 'over' | 'rings' | 'knocks' | 'invited' | 'away' | 'shown' | 'here';

export interface SessionRow {
  state: RowState;
  /** Of the customer, or of who waits to be let in; null: nobody has come. */
  name: string | null;
  unread: number;
  /** Since when somebody waits for the host, by the relay's clock; null: nobody does. */
  since: number | null;
}

/** What a row says is a fold of this. */
export interface RowFacts {
  phase: SessionState['phase'];
  /** There will be no connection any more. */
  isStopped: boolean;
  customer: { name: string; phase: 'present' | 'away' | 'lobby' } | null;
  isOnline: boolean;
  /** Those at the door, the longest-waiting first. */
  waiting: readonly { name: string; since: number }[];
  isRung: boolean;
  /** Something of the customer's is seen here. */
  isShown: boolean;
  /** When each message was said that the host has not read. */
  unread: readonly number[];
}

export function sessionRow(facts: RowFacts): SessionRow {
  const [first] = facts.waiting;
  const [oldest] = facts.unread;
  const since = [first?.since, oldest].filter((at) => at !== undefined);
  return {
    state: stateOf(facts),
    name: facts.customer?.name ?? first?.name ?? null,
    unread: facts.unread.length,
    since: facts.phase === 'open' && since.length > 0 ? Math.min(...since) : null,
  };
}

function stateOf({ phase, isStopped, customer, isOnline, waiting, isRung, isShown }: RowFacts): RowState {
  if (phase === 'ended') return 'over';
  if (isStopped) return 'lost';
  if (phase === 'none') return 'connecting';
  if (isRung) return 'rings';
  if (waiting.length > 0) return 'knocks';
  if (!customer) return 'invited';
  if (customer.phase !== 'present' || !isOnline) return 'away';
  return isShown ? 'shown' : 'here';
}

/** Somebody waits for the host there. */
export const isWaitedFor = ({ state, unread }: SessionRow): boolean =>
  state === 'rings' || state === 'knocks' || unread > 0;
