import type { PageChoice, PageSharing } from '../../shared/browser/assist/page-sharing.ts';
import { browser } from '../platform/browser.ts';
import { askPageAccess, hasPageAccess, returnPageAccess } from '../platform/page-access.ts';
import { type Helped, store } from '../platform/store.ts';
import { createSharedPage } from './shared-page.ts';

/** Showing pages from the extension's assist window: tabs, permissions, injected recorder. */
export function createExtensionSharing(relay: string): PageSharing {
  let keeping = Promise.resolve();
  /** One after the other, so that none writes over another's part. */
  const keep = (part: Partial<Pick<Helped, 'shownTabId' | 'grants'>>) => {
    keeping = keeping
      .then(async () => {
        const helped = await store.helped.get();
        if (helped) await store.helped.set({ ...helped, ...part });
      })
      .catch(() => undefined);
    return keeping;
  };
  return {
    pages: async () => ({ pages: await showableTabs(relay), complete: await hasPageAccess() }),
    askAccess: askPageAccess,
    returnAccess: returnPageAccess,
    async bringToFront(tabId) {
      await browser.tabs.update(tabId, { active: true });
    },
    open: (tabId, indicator, signal) => createSharedPage({ tabId, browser, indicator, drawn: drawnIn(tabId), signal }),
    remembered: async () => (await store.helped.get())?.shownTabId ?? null,
    remember: (shownTabId) => keep({ shownTabId }),
    grants: async () => (await store.helped.get())?.grants ?? [],
    keepGrants: (grants) => keep({ grants: [...grants] }),
    async stopKey() {
      const commands = await browser.commands.getAll();
      return commands.find((command) => command.name === 'stop-now')?.shortcut || null;
    },
  };
}

const drawnIn = (tabId: number) => ({
  async get() {
    const frame = await store.frame.get();
    return frame?.tabId === tabId ? frame.css : null;
  },
  set: (css: string | null) => store.frame.set(css === null ? null : { tabId, css }),
});

/** Tabs whose address the browser lets us know: those of web pages that we have access to. */
async function showableTabs(relay: string): Promise<PageChoice[]> {
  const all = await browser.tabs.query({ windowType: 'normal' });
  const tabs = all.filter((tab) => tab.url && !isRelayPage(tab.url, relay));
  const latest = Math.max(0, ...tabs.map((tab) => tab.lastAccessed ?? 0));
  return tabs.flatMap((tab) => {
    if (tab.id === undefined || !tab.url || !/^https?:/.test(tab.url)) return [];
    const { origin } = new URL(tab.url);
    return [{ id: tab.id, title: tab.title || origin, origin, front: tab.lastAccessed === latest }];
  });
}

/** The relay's own pages (joining, signing in, allowing devices) are never shown; its sample shop may be. */
function isRelayPage(address: string, relay: string): boolean {
  const url = new URL(address);
  return url.origin === relay && !url.pathname.startsWith('/shop/');
}
