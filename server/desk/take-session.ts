import type { SessionId } from '../../shared/protocol/ids.ts';
import type { HostId } from '../../shared/queue/names.ts';
import type { DeskRoom, Ruled } from './desk-room.ts';

interface Taken {
  hostId: HostId;
  name: string;
  sessionId: SessionId;
}

/** Sessions count at the desk also of hosts who have never been there. */
export async function knowHost(room: DeskRoom, { hostId, name }: Pick<Taken, 'hostId' | 'name'>): Promise<void> {
  if (!room.desk.hosts.has(hostId)) {
    await room.run({ type: 'set-availability', hostId, name, availability: 'away' });
  }
}

/**
 * A host begins a session without a queue. Asked before the session is, so that of two at the same time the desk lets
 * one.
 */
export async function takeSession(room: DeskRoom, { hostId, name, sessionId }: Taken): Promise<Ruled> {
  await knowHost(room, { hostId, name });
  return room.run({ type: 'take-session', sessionId, hostId, queueId: null, isBegun: true });
}
