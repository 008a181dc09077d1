import { computed, effect } from '@preact/signals';
import { createRelayApi } from '../../shared/browser/api/relay-api.ts';
import { unknownSite } from '../../shared/browser/api/unknown-site.ts';
import { createSessionClient } from '../../shared/browser/link/session-client.ts';
import { createOwnManager } from '../../shared/browser/manager/own-manager.ts';
import { dingWhenMore } from '../../shared/browser/chat/ding.ts';
import { errorText, t } from '../../shared/browser/ui/i18n.ts';
import { mount } from '../../shared/browser/ui/mount.tsx';
import { browser } from '../platform/browser.ts';
import { createExtensionSharing } from '../sharing/extension-sharing.ts';
import { managerAccess } from '../platform/manager-port.ts';
import { forgetSeat, seatIn } from '../platform/start-session.ts';
import { store } from '../platform/store.ts';
import { callAttention } from '../platform/call-attention.ts';
import { createConsoleSession } from './console-session.ts';
import { Dashboard } from './dashboard.tsx';
import { createHandOn } from './hand-on.ts';
import { createHostMemory } from './host-memory.ts';
import { createHostQuality } from './host-quality.ts';
import { createInvitation } from './invitation.ts';
import { openRecord } from './open-record.ts';
import { watchOwnPage } from './watch-own-page.ts';

const life = new AbortController();

async function start(): Promise<void> {
  document.title = t('console.titlePlain');
  const host = await store.signIn.get();
  if (!host) return mount(<p class="page">{t('console.signInAgain')}</p>);
  const seated = await seatIn(host, location.hash.slice(1));
  if (!seated.ok) return mount(<p class="page">{errorText(seated.code)}</p>);

  const kept = seated.value;
  const site = await createRelayApi(host.relay).site();
  const client = createSessionClient({ relay: host.relay, seat: kept.seat, signal: life.signal });
  effect(() => {
    const connection = client.connection.value;
    const isLost = connection.phase === 'stopped' && connection.reason === 'auth.required';
    if (isLost) void forgetSeat(kept.seat.sessionId);
  });
  const tab = await browser.tabs.getCurrent();
  const sharing = createExtensionSharing(host.relay, createHostMemory(kept.seat.sessionId, tab?.id ?? -1));
  const quality = await createHostQuality(host);
  const known = site.ok ? site.value : unknownSite(host.relay);
  const session = createConsoleSession({
    client,
    relay: host.relay,
    seat: kept.seat,
    site: known,
    sharing,
    quality: quality.now,
    manager: createOwnManager(managerAccess(host.relay), life.signal),
    callDevices: store.callDevices,
    signal: life.signal,
  });
  watchOwnPage(session);
  dingWhenMore(session.chat.unread, life.signal);
  dingWhenMore(session.files.fresh, life.signal);
  openRecord(client);
  callAttention(computed(() => session.call.view.value.kind === 'rung'));
  const invitation = createInvitation(host, kept, known);
  effect(() => {
    if (session.waiting.value.length > 0) invitation.used();
  });
  const handOn = createHandOn(host, kept.seat.sessionId);
  const stopKey = await sharing.stopKey();
  mount(<Dashboard session={session} invitation={invitation} quality={quality} handOn={handOn} stopKey={stopKey} />);
}

await start();
