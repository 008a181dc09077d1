import { setBadge } from '../platform/badge.ts';
import { returnPageAccess } from '../platform/page-access.ts';
import { store } from '../platform/store.ts';
import { removeFrames } from './remove-frames.ts';

/**
 * A closed console (a reload does not come here) shows nothing more of its host's: its frame goes, and what it had
 * allowed is forgotten, so that a console opened later ends it in the session too.
 */
export async function stopWhenClosed(tabId: number): Promise<void> {
  const all = Object.entries((await store.hostShows.get()) ?? {});
  const closed = all.filter(([, { consoleTabId }]) => consoleTabId === tabId);
  if (closed.length === 0) return;
  await store.hostShows.set(Object.fromEntries(all.filter((entry) => !closed.includes(entry))));
  await removeFrames(closed.flatMap(([, { frames }]) => frames));
  await setBadge('nothing');
  await returnPageAccess();
}
