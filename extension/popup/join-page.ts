import { announceIn } from '../background/site-pages.ts';
import { browser } from '../platform/browser.ts';

/**
 * The toolbar click covers the page in front (`activeTab`). If that is a relay's join page with a
 * session under way, the generic build learns of it here, and the session goes on by itself.
 */
export async function goOnWithJoinPage(): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  if (tab?.id !== undefined) await announceIn(tab.id);
}
