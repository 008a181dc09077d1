import { leaveSession } from '../../shared/browser/api/leave-session.ts';
import { browser } from '../platform/browser.ts';
import type { Caller, Message } from '../platform/messages.ts';
import { parseRelay } from '../platform/parse-relay.ts';
import { store } from '../platform/store.ts';
import { showAssist } from '../platform/windows.ts';
import { askedFrom } from './asked-from.ts';

/** A join page hands over its seat: from now on the session lives in the assist window. */
export async function openAssistFor(
  { seat, cameFrom }: Extract<Message, { type: 'assist.open' }>,
  caller: Caller,
): Promise<void> {
  // A seat at a relay without encryption would send its token and the session's facts in the clear.
  if (parseRelay(caller.origin) !== caller.origin) return;
  const before = await store.helped.get();
  // A page of another site may not end a session that is under way.
  if (before && before.relay !== caller.origin) return showAssist();
  if (before && before.seat.sessionId !== seat.sessionId) {
    await leaveSession(before.relay, before.seat.participantToken).catch(() => undefined);
  }
  if (before?.seat.participantToken !== seat.participantToken) {
    const askedFromTab = await askedFrom(caller.tabId, cameFrom);
    await store.helped.set({
      relay: caller.origin,
      seat,
      askedFromTab,
      assistTabId: before?.assistTabId ?? null,
      shownTabs: [],
      grants: [],
    });
    if (before?.assistTabId) await browser.tabs.reload(before.assistTabId).catch(() => undefined);
  }
  await showAssist();
}
