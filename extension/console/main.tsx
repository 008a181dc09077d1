import { computed } from '@preact/signals';
import { createRelayApi } from '../../shared/browser/api/relay-api.ts';
import { unknownSite } from '../../shared/browser/api/unknown-site.ts';
import { createOwnManager } from '../../shared/browser/manager/own-manager.ts';
import { t } from '../../shared/browser/ui/i18n.ts';
import { mount } from '../../shared/browser/ui/mount.tsx';
import { createHostDesk } from '../desk/create-host-desk.ts';
import { browser } from '../platform/browser.ts';
import { callAttention } from '../platform/call-attention.ts';
import { readConsoleHash } from '../platform/console-address.ts';
import { managerAccess } from '../platform/manager-port.ts';
import { onMessage } from '../platform/messages.ts';
import { keepOwnLayout, ownLayout } from '../platform/own-layout.ts';
import { stopKey } from '../platform/stop-key.ts';
import { type SignIn, store } from '../platform/store.ts';
import { CannotOpen } from './cannot-open.tsx';
import { Console } from './console.tsx';
import { createHostQuality } from './host-quality.ts';
import { createTray } from './tray/create-tray.ts';
import { fitLayout } from './tray/fit-layout.ts';
import { createSurfaceWindow } from './tray/surface-window.tsx';
import { watchOwnPages } from './watch-own-pages.ts';
import { createConsoleWindow } from './window/create-console-window.ts';
import { gatherSessions } from './window/gather-sessions.ts';
import { onSwitchKey } from './window/switch-keys.ts';

const life = new AbortController();
const { signal } = life;

async function start(host: SignIn): Promise<void> {
  const { sessions } = readConsoleHash(location.hash);
  const site = await createRelayApi(host.relay).site();
  const tab = await browser.tabs.getCurrent();
  const tabId = tab?.id ?? -1;
  const quality = await createHostQuality(host);
  const window = createConsoleWindow({
    host,
    site: site.ok ? site.value : unknownSite(host.relay),
    quality,
    manager: createOwnManager(managerAccess(host.relay), signal),
    tabId,
    desk: createHostDesk({ signIn: host, signal }),
    wished: await ownLayout(host),
    keepLayout: (layout) => void keepOwnLayout(host, layout),
    signal,
  });
  const opened = Promise.all(sessions.map((sessionId) => window.open(sessionId, false)));
  const held = computed(() => window.held.value.map(({ session }) => session));
  watchOwnPages(held);
  callAttention(
    computed(() => held.value.some(({ call, chat }) => call.view.value.kind === 'rung' || chat.unread.value > 0)),
  );
  onMessage((message, caller) => {
    if (message.type === 'console.show' && message.tabId === tabId && caller.origin === 'extension') {
      void window.open(message.sessionId);
    }
  });
  onSwitchKey(
    globalThis.window,
    (index) => {
      const wanted = window.held.peek()[index];
      if (wanted) void window.open(wanted.id);
      return wanted !== undefined;
    },
    signal,
  );
  fitLayout(window, signal);
  const surface = createSurfaceWindow(window, signal);
  const elsewhere = gatherSessions(host, window, tabId, signal);
  const key = await stopKey();
  await opened;
  const tray = createTray();
  mount(<Console {...{ window, elsewhere, quality, stopKey: key, tray, surface }} />);
}

document.title = t('console.titlePlain');
const host = await store.signIn.get();
if (host) await start(host);
else mount(<CannotOpen reason={t('console.signInAgain')} />);
