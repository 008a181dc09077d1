import type { SessionId } from '../../shared/protocol/ids.ts';
import type { HostId } from '../../shared/queue/names.ts';
import type { DeskRoom } from './desk-room.ts';

interface Taken {
  hostId: HostId;
  name: string;
  sessionId: SessionId;
}

/** A host has begun a session without a queue: it counts at the desk, also of one who has never been there. */
export async function takeSession(room: DeskRoom, { hostId, name, sessionId }: Taken): Promise<void> {
  if (!room.desk.hosts.has(hostId)) {
    await room.run({ type: 'set-availability', hostId, name, availability: 'away' });
  }
  await room.run({ type: 'take-session', sessionId, hostId, queueId: null });
}
