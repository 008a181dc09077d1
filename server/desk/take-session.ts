import type { SessionId } from '../../shared/protocol/ids.ts';
import type { HostId } from '../../shared/queue/names.ts';
import type { DeskRoom, Ruled } from './desk-room.ts';

interface Taken {
  hostId: HostId;
  name: string;
  sessionId: SessionId;
}

/**
 * A host begins a session without a queue: it counts at the desk, also of one who has never been there. Asked before
 * the session is, so that of two at the same time the desk lets one.
 */
export async function takeSession(room: DeskRoom, { hostId, name, sessionId }: Taken): Promise<Ruled> {
  if (!room.desk.hosts.has(hostId)) {
    await room.run({ type: 'set-availability', hostId, name, availability: 'away' });
  }
  return room.run({ type: 'take-session', sessionId, hostId, queueId: null, isBegun: true });
}
