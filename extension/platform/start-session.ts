import type { ApiResult } from '../../shared/browser/api/api-call.ts';
import { createInvitationApi } from '../../shared/browser/api/invitation-api.ts';
import { createRelayApi } from '../../shared/browser/api/relay-api.ts';
import type { FreshNumber, Seat, Started } from '../../shared/protocol/rest.ts';
import { type KeptSeat, type SignIn, store } from './store.ts';

const keptAtMost = 50;

/** Starts a session and keeps the host's seat and the number for the console. */
export async function startSession(host: SignIn): Promise<ApiResult<Started>> {
  const result = await createRelayApi(host.relay).startSession(host.bearer);
  if (result.ok) {
    const { sessionId, participantId, participantToken, sessionNumber, expiresAt } = result.value;
    const seat = { sessionId, participantId, participantToken };
    await keep({ relay: host.relay, seat, number: { sessionNumber, expiresAt } });
  }
  return result;
}

/** Goes into a session that another host has asked this one into. */
export async function comeToHelp(host: SignIn, sessionId: string): Promise<ApiResult<Seat>> {
  const result = await createInvitationApi(host.relay, host.bearer, sessionId).help();
  if (result.ok) await keep({ relay: host.relay, seat: result.value, number: null });
  return result;
}

/** The host's seat in a session: the kept one, else a new one from the relay. */
export async function seatIn(host: SignIn, sessionId: string): Promise<ApiResult<KeptSeat>> {
  const kept = (await store.seats.get())?.[sessionId];
  if (kept?.relay === host.relay) return { ok: true, value: kept };
  const result = await createRelayApi(host.relay).enterSession(host.bearer, sessionId);
  if (!result.ok) return result;
  const entered = { relay: host.relay, seat: result.value, number: null };
  await keep(entered);
  return { ok: true, value: entered };
}

/** A new number for an open session; the one before stops working. */
export async function renewNumber(host: SignIn, kept: KeptSeat): Promise<ApiResult<FreshNumber>> {
  const result = await createRelayApi(host.relay).freshNumber(host.bearer, kept.seat.sessionId);
  if (result.ok) await keep({ ...kept, number: result.value });
  return result;
}

/** The seat no longer opens a socket: the next console asks the relay for a new one. */
export async function forgetSeat(sessionId: string): Promise<void> {
  const { [sessionId]: _gone, ...others } = (await store.seats.get()) ?? {};
  await store.seats.set(others);
}

async function keep(entry: KeptSeat): Promise<void> {
  const { sessionId } = entry.seat;
  const others = Object.entries((await store.seats.get()) ?? {}).filter(([id]) => id !== sessionId);
  await store.seats.set({ ...Object.fromEntries(others.slice(-keptAtMost + 1)), [sessionId]: entry });
}
