import type { SessionId } from '../../shared/protocol/ids.ts';
import type { Entry } from '../../shared/session/facts.ts';
import { planOf } from '../../shared/queue/plan.ts';
import { serves } from '../../shared/queue/serves.ts';
import type { Deps } from '../deps.ts';
import type { Host } from '../routes/env.ts';
import type { SiteInbound } from '../settings/site-inbound.ts';
import type { SitePlaybackAccess } from '../settings/site-playback-access.ts';

export interface RecordingAccess {
  /** Who led it, admins, and whom the site lets see it besides. */
  maySee(host: Host, sessionId: SessionId): Promise<boolean>;
  /** Names of queues whose recordings the host may see; null: all of them; empty: own ones only. */
  queuesOf(host: Host): Promise<readonly string[] | null>;
}

export function createRecordingAccess(
  { store }: Pick<Deps, 'store'>,
  inbound: SiteInbound,
  setting: SitePlaybackAccess,
): RecordingAccess {
  async function queuesOf({ userId, isAdmin }: Host): Promise<readonly string[] | null> {
    const { hosts } = await setting.read();
    if (isAdmin || hosts === 'all') return null;
    if (hosts === 'own') return [];
    const now = await inbound.read();
    return now.queues.filter(({ id }) => serves(planOf(now), userId, id)).map(({ name }) => name);
  }
  return {
    queuesOf,
    async maySee(host, sessionId) {
      const queues = await queuesOf(host);
      if (queues === null) return true;
      const entries = await store.entries(sessionId, 0);
      const queue = queueOf(entries);
      if (queue !== null && queues.includes(queue)) return true;
      const seat = await store.seatOfUser(sessionId, host.userId);
      return seat !== undefined && leadsOf(entries).has(seat.participantId);
    },
  };
}

function queueOf([first]: readonly Entry[]): string | null {
  return first?.fact.type === 'session.started' ? (first.fact.cameFrom?.queue ?? null) : null;
}

/** All who have led it, one after the other. */
function leadsOf(entries: readonly Entry[]): ReadonlySet<string> {
  const leads = new Set<string>();
  for (const { fact } of entries) {
    if (fact.type === 'session.started') leads.add(fact.host.participantId);
    if (fact.type === 'lead.handed-over') leads.add(fact.to);
  }
  return leads;
}
