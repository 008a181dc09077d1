import { effect, type Signal, signal as createSignal } from '@preact/signals';
import type { ApiResult } from '../../../shared/browser/api/api-call.ts';
import { dingWhenMore } from '../../../shared/browser/chat/ding.ts';
import { createSessionClient } from '../../../shared/browser/link/session-client.ts';
import type { OwnManager } from '../../../shared/browser/manager/own-manager.ts';
import type { SessionId } from '../../../shared/protocol/ids.ts';
import type { Site } from '../../../shared/protocol/rest.ts';
import { forgetSeat, seatIn } from '../../platform/start-session.ts';
import { type SignIn, store } from '../../platform/store.ts';
import { createExtensionSharing } from '../../sharing/extension-sharing.ts';
import { type ConsoleSession, createConsoleSession } from '../console-session.ts';
import { createHandOn, type HandOn } from '../hand-on.ts';
import { createHostMemory } from '../host-memory.ts';
import type { HostQuality } from '../host-quality.ts';
import { createInvitation, type Invitation } from '../invitation.ts';
import { openRecord } from '../open-record.ts';
import type { Tab } from '../tool-tabs.ts';

/** One of the sessions of a console's window, with all that is its own: sockets, peers, drafts, the chosen tab. */
export interface HeldSession {
  readonly id: SessionId;
  readonly session: ConsoleSession;
  readonly invitation: Invitation;
  readonly handOn: HandOn;
  /** The tab of tools that is open. */
  readonly tab: Signal<Tab>;
  /** Lets go of it; in the session nothing ends by that. */
  letGo(): void;
}

export interface HoldDeps {
  host: SignIn;
  site: Site;
  quality: HostQuality;
  /** There is one for the whole window: it is this computer's. */
  manager: OwnManager;
  /** Of the console; -1: unknown. */
  tabId: number;
  /** The host looks at that session now. */
  isLookedAt(sessionId: SessionId): boolean;
  signal: AbortSignal;
}

/** Takes the host's seat in a session and holds it until it is let go of. */
export async function holdSession(deps: HoldDeps, sessionId: SessionId): Promise<ApiResult<HeldSession>> {
  const { host, site, quality, manager, tabId } = deps;
  const seated = await seatIn(host, sessionId);
  if (!seated.ok) return seated;
  const kept = seated.value;
  const ending = new AbortController();
  const life = AbortSignal.any([deps.signal, ending.signal]);
  const client = createSessionClient({ relay: host.relay, seat: kept.seat, signal: life });
  const session = createConsoleSession({
    client,
    relay: host.relay,
    seat: kept.seat,
    site,
    sharing: createExtensionSharing(host.relay, createHostMemory(sessionId, tabId)),
    quality: quality.now,
    manager,
    callDevices: store.callDevices,
    signal: life,
  });
  dingWhenMore(session.chat.unread, life, () => deps.isLookedAt(sessionId));
  dingWhenMore(session.files.fresh, life, () => deps.isLookedAt(sessionId));
  openRecord(client, sessionId, life);
  const invitation = createInvitation(host, kept, site);
  const disposers = [
    effect(() => {
      session.canned.number.value = invitation.number.value;
    }),
    effect(() => {
      const connection = client.connection.value;
      const isLost = connection.phase === 'stopped' && connection.reason === 'auth.required';
      if (isLost) void forgetSeat(sessionId);
    }),
    effect(() => {
      if (session.waiting.value.length > 0) invitation.used();
    }),
  ];
  life.addEventListener('abort', () => {
    for (const dispose of disposers) dispose();
  });
  const value = {
    id: sessionId,
    session,
    invitation,
    handOn: createHandOn(host, sessionId),
    tab: createSignal<Tab>('application'),
    letGo: () => ending.abort(),
  };
  return { ok: true, value };
}
