import { useEffect, useMemo } from 'preact/hooks';
import { AssistApp } from '../../../shared/browser/assist/assist-app.tsx';
import { createAssistSession } from '../../../shared/browser/assist/assist-session.ts';
import { dingWhenMore } from '../../../shared/browser/chat/ding.ts';
import { createSessionClient } from '../../../shared/browser/link/session-client.ts';
import { createOwnManager } from '../../../shared/browser/manager/own-manager.ts';
import { createEmbedMemory } from '../../../shared/browser/embed/embed-memory.ts';
import { createEmbedSharing } from '../../../shared/browser/embed/embed-sharing.ts';
import type { Seat, Site } from '../../../shared/protocol/rest.ts';
import { InstallGuide } from './install-guide.tsx';
import { keptDevices } from './kept-devices.ts';
import { keptSeat } from './kept-seat.ts';
import { openedFrom } from './opened-from.ts';

const player = '/player';

/** The session in the join page itself, until the extension takes it over. */
export function InPage({ seat, site }: { seat: Seat; site: Site }) {
  const { session, sharing, life } = useMemo(() => {
    const controller = new AbortController();
    const { signal } = controller;
    const client = createSessionClient({ relay: location.origin, seat, signal });
    const manager = createOwnManager(null, signal);
    const sharing = openedFrom && createEmbedSharing(openedFrom, createEmbedMemory(seat.participantId), player);
    return {
      life: controller,
      sharing,
      session: createAssistSession({
        client,
        relay: location.origin,
        seat,
        sharing,
        site,
        manager,
        callDevices: keptDevices,
        tabs: null,
        signal,
      }),
    };
  }, [seat.participantId]);
  useEffect(() => () => life.abort(), []);
  useEffect(() => dingWhenMore(session.chat.unread, life.signal), []);
  useEffect(() => dingWhenMore(session.files.fresh, life.signal), []);
  const { kind } = session.view.value;
  useEffect(() => {
    if (kind === 'ended') keptSeat.set(null);
  }, [kind]);

  const identity = { name: site.name, look: site.look, origin: location.origin, verified: true };
  return (
    <AssistApp
      session={session}
      site={identity}
      sharing={sharing}
      stopKey={null}
      player={player}
      install={<InstallGuide stores={site.stores} />}
    />
  );
}
