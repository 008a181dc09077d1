import { computed, effect } from '@preact/signals';
import { createRelayApi } from '../../shared/browser/api/relay-api.ts';
import { unknownSite } from '../../shared/browser/api/unknown-site.ts';
import { AssistApp } from '../../shared/browser/assist/assist-app.tsx';
import { createAssistSession } from '../../shared/browser/assist/assist-session.ts';
import { dingWhenMore } from '../../shared/browser/chat/ding.ts';
import { rehearseEncoding } from '../../shared/browser/cobrowse/wire/rehearse-encoding.ts';
import { createSessionClient } from '../../shared/browser/link/session-client.ts';
import { createOwnManager } from '../../shared/browser/manager/own-manager.ts';
import { t } from '../../shared/browser/ui/i18n.ts';
import { wearAccent } from '../../shared/browser/ui/accent/wear-accent.ts';
import { mount } from '../../shared/browser/ui/mount.tsx';
import { setBadge } from '../platform/badge.ts';
import { browser } from '../platform/browser.ts';
import { callAttention } from '../platform/call-attention.ts';
import { onMessage } from '../platform/messages.ts';
import { managerAccess } from '../platform/manager-port.ts';
import { returnPageAccess } from '../platform/page-access.ts';
import { relayAddress } from '../platform/relay-address.ts';
import { tabCapture } from '../platform/tab-capture.ts';
import { type Helped, store } from '../platform/store.ts';
import { createExtensionSharing } from '../sharing/extension-sharing.ts';
import { createAssistMemory } from './assist-memory.ts';
import { makeRoom } from './make-room.ts';

const life = new AbortController();

async function start(helped: Helped): Promise<void> {
  const tab = await browser.tabs.getCurrent();
  if (tab?.id !== undefined) await store.helped.set({ ...helped, assistTabId: tab.id });

  const answer = await createRelayApi(helped.relay).site();
  const site = answer.ok ? answer.value : unknownSite(helped.relay);
  wearAccent(site.look);
  const known = await relayAddress();
  const sharing = createExtensionSharing(helped.relay, createAssistMemory());
  const client = createSessionClient({ relay: helped.relay, seat: helped.seat, signal: life.signal });
  const session = createAssistSession({
    client,
    relay: helped.relay,
    seat: helped.seat,
    sharing,
    site,
    manager: createOwnManager(managerAccess(helped.relay), life.signal),
    callDevices: store.callDevices,
    tabs: tabCapture,
    signal: life.signal,
  });

  onMessage((message, caller) => {
    if (message.type === 'stop.now' && caller.origin === 'extension') {
      session.showing.stop();
      session.screens.stopAll();
      session.stopFolder();
    }
  });
  effect(() => {
    const view = session.view.value;
    const shown = view.kind === 'open' ? view.shown : null;
    const screens = session.screens.shown.value;
    const isControlled = shown?.control || screens.some(({ control }) => control);
    void setBadge(isControlled ? 'controlled' : shown || screens.length > 0 ? 'viewed' : 'nothing');
    if (view.kind === 'ended' || (view.kind === 'lobby' && view.lobby.phase !== 'waiting')) void finish();
  });

  const watches = computed(() => {
    const isScreenHere = session.watchedScreens.value.length > 0 && !session.viewer.isOpen.value;
    return session.view.value.kind === 'open' && (session.view.value.watched !== null || isScreenHere);
  });
  dingWhenMore(session.chat.unread, life.signal);
  dingWhenMore(session.files.fresh, life.signal);
  effect(() => void makeRoom(watches.value));
  callAttention(computed(() => session.call.view.value.kind === 'rung'));

  const identity = {
    name: site.name,
    look: site.look,
    origin: helped.relay,
    verified: known?.given === true && known.origin === helped.relay,
  };
  document.title = t('assist.title', { site: identity.name });
  mount(
    <AssistApp
      session={session}
      site={identity}
      sharing={sharing}
      stopKey={await sharing.stopKey()}
      player={sharing.player}
    />,
  );
  requestIdleCallback(rehearseEncoding);
}

/** The session is over: the access to pages goes back, and a later join starts afresh. */
async function finish(): Promise<void> {
  await store.helped.set(null);
  await returnPageAccess();
}

const helped = await store.helped.get();
if (helped) await start(helped);
else mount(<p class="page">{t('assist.ended')}</p>);
