import type { PageChoice, PageSharing } from '../../shared/browser/assist/page-sharing.ts';
import type { GrantKeeper } from '../../shared/browser/assist/own-grants.ts';
import type { ThingKeeper } from '../../shared/browser/cobrowse/pick/chosen-things.ts';
import { createSharedPage, type SharedPageDeps } from '../assist/shared-page.ts';
import { watchTabs } from './watch-tabs.ts';
import { browser } from '../platform/browser.ts';
import { stopKey } from '../platform/stop-key.ts';
import { askPageAccess, hasPageAccess, isAskingPageAccess, returnPageAccess } from '../platform/page-access.ts';

/** What has to outlive the window that shows a page. */
export interface SharingMemory
  extends GrantKeeper, ThingKeeper, Pick<PageSharing, 'remembered' | 'remember' | 'proposals' | 'keepProposals'> {
  /** The tab that help was asked from, if that is known: the first to be offered. */
  askedFromTab?(): Promise<number | null>;
  /** The style sheet that is drawn in a tab. */
  drawnIn: SharedPageDeps['drawnIn'];
}

/** Showing pages from a window of the extension: tabs, permissions, injected recorder. */
export function createExtensionSharing(
  relay: string,
  { drawnIn, askedFromTab, ...memory }: SharingMemory,
): PageSharing {
  return {
    ...memory,
    player: browser.runtime.getURL('extension/player/index.html'),
    async pages() {
      const asked = (await askedFromTab?.()) ?? null;
      return { pages: await showableTabs(relay, asked), complete: await hasPageAccess() };
    },
    askAccess: askPageAccess,
    isAskingAccess: isAskingPageAccess,
    returnAccess: returnPageAccess,
    async bringToFront(tabId) {
      await browser.tabs.update(tabId, { active: true });
    },
    zoomOf: (tabId) => browser.tabs.getZoom(tabId),
    open: (tabId, indicator, signal) => createSharedPage({ tabId, browser, indicator, drawnIn, signal }),
    watch: (watcher, waiting, signal) =>
      watchTabs({ browser, watcher, waiting, isShowable: isShowableBy(relay), signal }),
    stopKey,
  };
}

/** Tabs whose address the browser lets us know: those of web pages that we have access to. */
async function showableTabs(relay: string, askedFrom: number | null): Promise<PageChoice[]> {
  const tabs = (await browser.tabs.query({})).filter((tab) => isShowableBy(relay)(tab.url));
  const latest = Math.max(0, ...tabs.map((tab) => tab.lastAccessed ?? 0));
  const isAsked = tabs.some(({ id }) => id === askedFrom);
  return tabs.flatMap((tab) => {
    if (tab.id === undefined || !tab.url) return [];
    const { origin } = new URL(tab.url);
    const front = isAsked ? tab.id === askedFrom : tab.lastAccessed === latest;
    return [{ id: tab.id, title: tab.title || origin, origin, front }];
  });
}

/** Web pages, without the relay's own (joining, signing in, allowing devices); its sample shop may be shown. */
const isShowableBy = (relay: string) => (address: string | undefined) => {
  if (!address || !/^https?:/.test(address)) return false;
  const { origin, pathname } = new URL(address);
  return origin !== relay || pathname.startsWith('/shop/');
};
