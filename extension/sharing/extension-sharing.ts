import type { PageChoice, PageSharing } from '../../shared/browser/assist/page-sharing.ts';
import type { GrantKeeper } from '../../shared/browser/assist/own-grants.ts';
import type { ThingKeeper } from '../../shared/browser/cobrowse/pick/chosen-things.ts';
import { createSharedPage, type SharedPageDeps } from '../assist/shared-page.ts';
import { browser } from '../platform/browser.ts';
import { askPageAccess, hasPageAccess, returnPageAccess } from '../platform/page-access.ts';

/** What has to outlive the window that shows a page. */
export interface SharingMemory extends GrantKeeper, ThingKeeper, Pick<PageSharing, 'remembered' | 'remember'> {
  /** The style sheet that is drawn in a tab. */
  drawnIn: SharedPageDeps['drawnIn'];
}

/** Showing pages from a window of the extension: tabs, permissions, injected recorder. */
export function createExtensionSharing(relay: string, { drawnIn, ...memory }: SharingMemory): PageSharing {
  return {
    ...memory,
    player: browser.runtime.getURL('extension/player/index.html'),
    pages: async () => ({ pages: await showableTabs(relay), complete: await hasPageAccess() }),
    askAccess: askPageAccess,
    returnAccess: returnPageAccess,
    async bringToFront(tabId) {
      await browser.tabs.update(tabId, { active: true });
    },
    open: (tabId, indicator, signal) =>
      createSharedPage({
        tabId,
        browser,
        indicator,
        drawnIn,
        moved: (shownTabId) => void memory.remember(shownTabId),
        signal,
      }),
    async stopKey() {
      const commands = await browser.commands.getAll();
      return commands.find((command) => command.name === 'stop-now')?.shortcut || null;
    },
  };
}

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
