import type { SessionId } from '../../shared/protocol/ids.ts';
import type { Layout } from '../../shared/queue/layouts.ts';
import { browser } from './browser.ts';
import { consoleFor, consoleHash, type OpenConsole, readConsoleHash } from './console-address.ts';
import { sendMessage } from './messages.ts';
import { ownLayout } from './own-layout.ts';
import { store } from './store.ts';
import { focusTab } from './windows.ts';

/** As large as each layout is opened. */
export const consoleSizes: Readonly<Record<Layout, { width: number; height: number }>> = {
  dashboard: { width: 1280, height: 860 },
  tray: { width: 320, height: 100 },
  multi: { width: 1440, height: 900 },
};

const consolePage = browser.runtime.getURL('extension/console/index.html');

/** Opens the console of a session, or brings the one to the front that has it or may take it. */
export async function showConsole(sessionId: SessionId): Promise<void> {
  const found = consoleFor(sessionId, await openConsoles());
  if (found && (await focusTab(found.tabId))) {
    await sendMessage({ type: 'console.show', tabId: found.tabId, sessionId });
    return;
  }
  const host = await store.signIn.get();
  const layout = (host && (await ownLayout(host))) ?? 'dashboard';
  const url = `${consolePage}${consoleHash({ sessions: [sessionId], layout: layout === 'dashboard' ? null : layout })}`;
  await browser.windows.create({ type: 'popup', url, ...consoleSizes[layout] });
}

/** All consoles of this browser, without the window of that tab. */
export async function openConsoles(but: number | null = null): Promise<OpenConsole[]> {
  const contexts = await browser.runtime.getContexts({ contextTypes: ['TAB'] });
  return contexts.flatMap(({ documentUrl, tabId }) => {
    const isConsole = documentUrl?.startsWith(consolePage) === true && tabId !== but;
    return isConsole ? [{ tabId, address: readConsoleHash(new URL(documentUrl).hash) }] : [];
  });
}
