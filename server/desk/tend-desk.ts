import type { Deps } from '../deps.ts';
import type { DeskRoom } from './desk-room.ts';

const atOnce = 500;

interface TendDeps extends Pick<Deps, 'deskStore' | 'now' | 'limits'> {
  room: DeskRoom;
  /** A session is over: what is known of it at the desk goes. */
  over(sessionId: string): Promise<void>;
  /** Makes the session of an accepted request, unless it is there. */
  open(requestId: string): Promise<unknown>;
  /** When this instance began, by the relay's clock. */
  startedAt: number;
}

/** Puts right what nobody has told: who went without a word, what ended unheard, what was begun and not done. Any instance may do it. */
export async function tendDesk(deps: TendDeps): Promise<void> {
  const { deskStore, now, limits, room } = deps;
  await room.refresh();
  await sendAway(deps);
  const { desk } = room;
  const before = now() - limits.deskMadeWithinMs;
  for (const [requestId, { at }] of desk.accepted) {
    if (at >= before && at < now() - limits.deskTendMs) await deps.open(requestId);
  }
  const running = [...desk.hosts.values()].flatMap(({ sessions }) => [...sessions]);
  const older = running.filter(([, { since }]) => since < before).map(([sessionId]) => sessionId);
  const handed = [...desk.waiting.values()].flatMap(({ sessionId }) => sessionId ?? []);
  const known = [...new Set([...older, ...handed])];
  const open = await deskStore.openOf(known);
  for (const sessionId of known) if (!open.has(sessionId)) await deps.over(sessionId);
  await room.keep();
}

async function sendAway({ deskStore, now, limits, room, startedAt }: TendDeps): Promise<void> {
  const before = now() - limits.requestUnseenMs;
  // While the relay was away nobody could be seen.
  if (startedAt >= before) return;
  for (;;) {
    const requestIds = await deskStore.unseenRequests(before, atOnce);
    if (requestIds.length === 0) return;
    const ruled = await room.run({ type: 'leave-many', requestIds, why: 'gone' });
    if (!ruled.ok || requestIds.length < atOnce) return;
  }
}
