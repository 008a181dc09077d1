import type { SessionId } from '../../shared/protocol/ids.ts';
import { type HostShows, store } from '../platform/store.ts';
import type { SharingMemory } from '../sharing/extension-sharing.ts';
import { createInTurn } from '../sharing/in-turn.ts';

const nothing = { shownTabId: null, grants: [], hidden: [], frame: null } satisfies Partial<HostShows>;

/**
 * What a host shows in one session, kept over a reload of the console. `consoleTabId`: by it the background script
 * knows what to clear up when the console is closed.
 */
export function createHostMemory(sessionId: SessionId, consoleTabId: number): SharingMemory {
  const inTurn = createInTurn();
  const kept = async () => (await store.hostShows.get())?.[sessionId];
  const keep = (part: Partial<HostShows>) =>
    inTurn(async () => {
      const { [sessionId]: before = nothing, ...others } = (await store.hostShows.get()) ?? {};
      const now: HostShows = { ...before, ...part, consoleTabId };
      const isNothing = now.shownTabId === null && now.grants.length + now.hidden.length === 0 && now.frame === null;
      await store.hostShows.set(isNothing ? others : { ...others, [sessionId]: now });
    });
  return {
    remembered: async () => (await kept())?.shownTabId ?? null,
    remember: (shownTabId) => keep({ shownTabId }),
    grants: async () => (await kept())?.grants ?? [],
    keepGrants: (grants) => keep({ grants: [...grants] }),
    hiddenThings: async () => (await kept())?.hidden ?? [],
    keepHiddenThings: (hidden) => keep({ hidden: [...hidden] }),
    drawnIn: (tabId) => ({
      async get() {
        const frame = (await kept())?.frame;
        return frame?.tabId === tabId ? frame.css : null;
      },
      set: (css) => keep({ frame: css === null ? null : { tabId, css } }),
    }),
  };
}
