import { browser } from './browser.ts';
import { store } from './store.ts';

const assistSize = { width: 440, height: 680 };
const deskSize = { width: 400, height: 640 };
const helpSize = { width: 460, height: 720 };

const page = (path: string) => browser.runtime.getURL(`extension/${path}/index.html`);

/** Opens the customer's window of a session, or brings the open one to the front. */
export async function showAssist(): Promise<void> {
  const helped = await store.helped.get();
  if (!helped) return;
  if (helped.assistTabId !== null && (await focusTab(helped.assistTabId))) return;
  const window = await browser.windows.create({ type: 'popup', url: page('assist'), ...assistSize });
  const assistTabId = window.tabs?.[0]?.id ?? null;
  const now = await store.helped.get();
  if (now && assistTabId !== null) await store.helped.set({ ...now, assistTabId });
}

/** Opens the host's desk, where requests ring, or brings the open one to the front. */
export async function showDesk(): Promise<void> {
  await showOne(page('desk'), deskSize);
}

/** Opens a window of the relay's own; gives its tab. */
export async function openHelp(url: string): Promise<number | null> {
  const window = await browser.windows.create({ type: 'popup', url, ...helpSize });
  return window.tabs?.[0]?.id ?? null;
}

async function showOne(url: string, size: { width: number; height: number }): Promise<void> {
  const contexts = await browser.runtime.getContexts({ contextTypes: ['TAB'] });
  const open = contexts.find((context) => context.documentUrl === url);
  if (open?.tabId !== undefined && (await focusTab(open.tabId))) return;
  await browser.windows.create({ type: 'popup', url, ...size });
}

export async function showSignIn(): Promise<void> {
  await browser.windows.create({ type: 'popup', url: `${page('options')}#sign-in`, width: 480, height: 560 });
}

/** False: it is not there any more. */
export async function focusTab(tabId: number): Promise<boolean> {
  try {
    const tab = await browser.tabs.get(tabId);
    if (tab.windowId !== undefined) await browser.windows.update(tab.windowId, { focused: true });
    return true;
  } catch {
    return false;
  }
}
