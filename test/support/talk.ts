import type { ShareRef } from '../../shared/session/share.ts';
import type { TestClient } from './relay-client.ts';

/** Asks and withdraws as fast as it can until the socket is gone; gives the highest acknowledged fact. */
export async function talk(lead: TestClient, ref: ShareRef): Promise<number> {
  const gone = lead.closed.then(() => undefined);
  let acknowledged = 0;
  for (;;) {
    const asked = await Promise.race([lead.act({ type: 'share.request', ref, direction: 'request' }), gone]);
    if (asked?.type !== 'command.accepted') return acknowledged;
    acknowledged = asked.seq;
    const { id: requestId } = asked;
    const taken = await Promise.race([lead.act({ type: 'share.refuse', requestId, reason: 'withdrawn' }), gone]);
    if (taken?.type !== 'command.accepted') return acknowledged;
    acknowledged = taken.seq;
  }
}
