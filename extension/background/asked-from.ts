import { browser } from '../platform/browser.ts';
import { store } from '../platform/store.ts';

/**
 * The tab that help was asked from, for the page in which one waited: by the popup, or the tab whose link opened it.
 * The window that the popup opened for the waiting has done its work and goes. Browsers forget which tab opened
 * which; then it is the one that was looked at last on the site that the link was on. `cameFrom`: that page's address.
 */
export async function askedFrom(waitedIn: number | null, cameFrom: string): Promise<number | null> {
  if (waitedIn === null) return null;
  const asked = await store.asked.get();
  if (asked?.helpTab === waitedIn) {
    await store.asked.set(null);
    await browser.tabs.remove(waitedIn).catch(() => undefined);
    return asked.fromTab;
  }
  const tab = await browser.tabs.get(waitedIn).catch(() => null);
  return tab?.openerTabId ?? (await latestOn(cameFrom, waitedIn));
}

async function latestOn(address: string, but: number): Promise<number | null> {
  const site = originOf(address);
  if (site === null) return null;
  const there = (await browser.tabs.query({})).filter(({ id, url }) => id !== but && originOf(url) === site);
  return there.toSorted((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0))[0]?.id ?? null;
}

const originOf = (address: string | undefined): string | null =>
  address && URL.canParse(address) ? new URL(address).origin : null;
