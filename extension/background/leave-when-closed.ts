import { leaveSession } from '../../shared/browser/api/leave-session.ts';
import { setBadge } from '../platform/badge.ts';
import { browser } from '../platform/browser.ts';
import { returnPageAccess } from '../platform/page-access.ts';
import { store } from '../platform/store.ts';

/** Closing the assist window (a reload does not come here) ends everything at once. */
export async function leaveWhenClosed(tabId: number): Promise<void> {
  const helped = await store.helped.get();
  if (helped?.assistTabId !== tabId) return;
  await store.helped.set(null);
  await removeFrame();
  await setBadge('nothing');
  await returnPageAccess();
  await leaveSession(helped.relay, helped.seat.participantToken);
}

/** The window that drew it is gone. */
async function removeFrame(): Promise<void> {
  const frame = await store.frame.get();
  if (!frame) return;
  await store.frame.set(null);
  const target = { tabId: frame.tabId };
  await browser.scripting.removeCSS({ target, css: frame.css, origin: 'USER' }).catch(() => undefined);
}
