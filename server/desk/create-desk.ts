import type { SessionId } from '../../shared/protocol/ids.ts';
import type { Entry } from '../../shared/session/facts.ts';
import type { Deps } from '../deps.ts';
import { createSessions, type Sessions } from '../sessions/sessions.ts';
import type { SiteBranding } from '../settings/site-branding.ts';
import type { SiteFiles } from '../settings/site-files.ts';
import type { SiteInbound } from '../settings/site-inbound.ts';
import { createDeskRoom, type DeskRoom } from './desk-room.ts';
import { followSessions } from './follow-sessions.ts';
import { openAccepted } from './open-accepted.ts';
import { createPresentHosts, type PresentHosts } from './present-hosts.ts';
import { createSeen, type Seen } from './seen.ts';
import { tendDesk } from './tend-desk.ts';

export interface SiteDesk {
  room: DeskRoom;
  sessions: Sessions;
  seen: Seen;
  present: PresentHosts;
  close(): void;
}

type Appended = (sessionId: SessionId, entries: readonly Entry[]) => void;

/** The site's desk, and the sessions that it hears of. `also` hears of their facts as well. */
export function createDesk(
  deps: Deps & { files: SiteFiles },
  inbound: SiteInbound,
  branding: SiteBranding,
  also: Appended,
): SiteDesk {
  const { limits, report } = deps;
  const room = createDeskRoom(deps, inbound);
  const heard = followSessions(deps, room);
  const sessions = createSessions(deps, (sessionId, entries) => {
    heard.appended(sessionId, entries);
    also(sessionId, entries);
  });
  const seen = createSeen(deps);
  const present = createPresentHosts(deps, room);
  const startedAt = deps.now();
  const open = async (requestId: string) => {
    const accepted = room.desk.accepted.get(requestId);
    if (accepted) await openAccepted({ ...deps, branding, sessions }, room.inbound, requestId, accepted);
  };

  let isTending = false;
  const clock = setInterval(() => {
    if (isTending) return;
    isTending = true;
    tendDesk({ ...deps, room, over: heard.over, open, startedAt })
      .catch(report)
      .finally(() => (isTending = false));
  }, limits.deskTendMs);

  return {
    room,
    sessions,
    seen,
    present,
    close() {
      clearInterval(clock);
      room.close();
      seen.close();
      present.close();
    },
  };
}
