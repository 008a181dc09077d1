import { leaveSession } from '../../shared/browser/api/leave-session.ts';
import { setBadge } from '../platform/badge.ts';
import { returnPageAccess } from '../platform/page-access.ts';
import { store } from '../platform/store.ts';
import { openPopupOnPress } from '../platform/toolbar-button.ts';
import { removeFrames } from './remove-frames.ts';

/** Closing the assist window (a reload does not come here) ends everything at once. */
export async function leaveWhenClosed(tabId: number): Promise<void> {
  const helped = await store.helped.get();
  if (helped?.assistTabId !== tabId) return;
  await store.helped.set(null);
  await openPopupOnPress();
  await removeFrames((await store.frames.get()) ?? []);
  await store.frames.set(null);
  await setBadge('nothing');
  await returnPageAccess();
  await leaveSession(helped.relay, helped.seat.participantToken);
}
