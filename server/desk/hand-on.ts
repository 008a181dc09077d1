import type { HandOnBody } from '../../shared/protocol/desk.ts';
import { newId } from '../../shared/protocol/new-id.ts';
import type { RequestId } from '../../shared/queue/desk-facts.ts';
import type { HostId } from '../../shared/queue/names.ts';
import type { Deps } from '../deps.ts';
import { createSessionLog } from '../sessions/session-log.ts';
import type { DeskRoom, Ruled } from './desk-room.ts';

type HandedOn = { ok: true; requestId: RequestId } | (Extract<Ruled, { ok: false }> | { ok: false; code: 'not-found' });

/** The lead of a session puts it into a queue, or before another host, and goes on helping until it is taken. */
export async function handOn(
  { store, now }: Pick<Deps, 'store' | 'now'>,
  room: DeskRoom,
  by: HostId,
  { sessionId, to, note }: HandOnBody,
): Promise<HandedOn> {
  const seat = await store.seatOfUser(sessionId, by);
  const log = createSessionLog(store, sessionId);
  if (seat) await log.catchUp();
  const { state } = log;
  if (!seat || state.phase !== 'open') return { ok: false, code: 'not-found' };
  const participants = Object.values(state.participants);
  const lead = participants.find(({ id, phase }) => id === seat.participantId && phase === 'present');
  const customer = participants.find(({ role, phase }) => role === 'customer' && phase === 'present');
  if (lead?.role !== 'lead' || !customer) return { ok: false, code: 'not-found' };
  const requestId = newId();
  const { cameFrom } = state;
  const ruled = await room.run({
    type: 'hand-on',
    requestId,
    sessionId,
    by,
    name: customer.name,
    to,
    note,
    from: cameFrom?.page ?? null,
    language: cameFrom?.language ?? '',
    since: now() - (cameFrom?.waitedMs ?? 0),
  });
  return ruled.ok ? { ok: true, requestId } : ruled;
}
