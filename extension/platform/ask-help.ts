import { createQueueApi } from '../../shared/browser/api/queue-api.ts';
import { browser } from './browser.ts';
import { relayAddress } from './relay-address.ts';
import { store } from './store.ts';
import { openHelp, showAssist } from './windows.ts';

/** For a customer: help from the site's queues, with the page in front as what it is about. */
export async function askAbout(relay: string): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  const page = tab?.url && URL.canParse(tab.url) ? new URL(tab.url) : null;
  // Query and fragment may hold what is nobody's business.
  const about = new URLSearchParams({ page: page ? page.origin + page.pathname : '', title: tab?.title ?? '' });
  const helpTab = await openHelp(`${relay}/help#${about}`);
  if (tab?.id !== undefined && helpTab !== null) await store.asked.set({ fromTab: tab.id, helpTab });
}

/** By the key: who is being helped sees by whom; else the site's queues, or where a number is typed if it has none. */
export async function askHelp(): Promise<void> {
  if (await store.helped.get()) return showAssist();
  const relay = (await relayAddress())?.origin;
  if (relay === undefined) return;
  const queues = await createQueueApi(relay).names();
  if (queues.ok && queues.value.length > 0) await askAbout(relay);
  else await openHelp(`${relay}/`);
}
