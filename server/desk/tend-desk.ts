import type { Deps } from '../deps.ts';
import type { DeskRoom } from './desk-room.ts';

const atMost = 200;

/** Who has gone without a word leaves the queue; sessions that ended unheard are given back. Any instance may do it. */
export async function tendDesk(
  { deskStore, now, limits }: Pick<Deps, 'deskStore' | 'now' | 'limits'>,
  room: DeskRoom,
  giveBack: (sessionId: string) => Promise<void>,
  startedAt: number,
): Promise<void> {
  await room.refresh();
  // While the relay was away nobody could be seen.
  const before = now() - limits.requestUnseenMs;
  if (startedAt < before) {
    for (const requestId of await deskStore.unseenRequests(before, atMost)) {
      await room.run({ type: 'leave', requestId, why: 'gone' });
    }
  }
  const running = [...room.desk.hosts.values()].flatMap(({ sessions }) => [...sessions.keys()]);
  for (const sessionId of await deskStore.endedOf(running)) await giveBack(sessionId);
  await room.keep();
  await deskStore.pruneDesk(now() - limits.deskKeptMs);
}
