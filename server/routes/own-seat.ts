import type { Context } from 'hono';
import * as v from 'valibot';
import { sessionIdSchema, type SessionId } from '../../shared/protocol/ids.ts';
import type { Seat, Store } from '../store/store.ts';
import type { Env } from './env.ts';

/** The session that the address names; undefined where it names none. */
export function sessionIdOf(c: Context<Env>): SessionId | undefined {
  const id = v.safeParse(sessionIdSchema, c.req.param('sessionId'));
  return id.success ? id.output : undefined;
}

/** The host's own seat in the session of the address, or undefined. */
export async function ownSeat(store: Store, c: Context<Env>): Promise<Seat | undefined> {
  const sessionId = sessionIdOf(c);
  return sessionId === undefined ? undefined : store.seatOfUser(sessionId, c.var.host.userId);
}
