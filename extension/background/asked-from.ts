import { browser } from '../platform/browser.ts';
import { store } from '../platform/store.ts';

/**
 * The tab that help was asked from, for the page in which one waited: by the popup, or the tab whose link opened it.
 * The window that the popup opened for the waiting has done its work and goes.
 */
export async function askedFrom(waitedIn: number | null): Promise<number | null> {
  if (waitedIn === null) return null;
  const asked = await store.asked.get();
  if (asked?.helpTab === waitedIn) {
    await store.asked.set(null);
    await browser.tabs.remove(waitedIn).catch(() => undefined);
    return asked.fromTab;
  }
  const tab = await browser.tabs.get(waitedIn).catch(() => null);
  return tab?.openerTabId ?? null;
}
