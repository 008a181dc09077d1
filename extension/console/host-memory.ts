import { noProposals } from '../../shared/browser/showing/proposed-tabs.ts';
import type { SessionId } from '../../shared/protocol/ids.ts';
import { type HostShows, store } from '../platform/store.ts';
import type { SharingMemory } from '../sharing/extension-sharing.ts';
import { drawnAmong } from '../sharing/drawn-among.ts';
import { createInTurn } from '../sharing/in-turn.ts';
import { keptOnSites } from '../sharing/kept-on-sites.ts';

const nothing = { shownTabs: [], grants: [], hidden: [], frames: [] } satisfies Partial<HostShows>;

/**
 * What a host shows in one session, kept over a reload of the console. `consoleTabId`: by it the background script
 * knows what to clear up when the console is closed.
 */
export function createHostMemory(sessionId: SessionId, consoleTabId: number): SharingMemory {
  const inTurn = createInTurn();
  const kept = async () => (await store.hostShows.get())?.[sessionId];
  const change = (part: (before: typeof nothing | HostShows) => Partial<HostShows>) =>
    inTurn(async () => {
      const { [sessionId]: before = nothing, ...others } = (await store.hostShows.get()) ?? {};
      const now: HostShows = { ...before, ...part(before), consoleTabId };
      const { shownTabs, grants, hidden, frames } = now;
      const isNothing = shownTabs.length + grants.length + hidden.length + frames.length === 0;
      await store.hostShows.set(isNothing ? others : { ...others, [sessionId]: now });
    });
  const keep = (part: Partial<HostShows>) => change(() => part);
  return {
    remembered: async () => (await kept())?.shownTabs ?? [],
    remember: (shownTabs) => keep({ shownTabs: [...shownTabs] }),
    proposals: async () => (await kept())?.proposals ?? noProposals,
    keepProposals: ({ also, waiting }) => keep({ proposals: { also, waiting: [...waiting] } }),
    grants: async () => (await kept())?.grants ?? [],
    keepGrants: (grants) => keep({ grants: [...grants] }),
    hiddenThings: async () => (await kept())?.hidden ?? [],
    keepHiddenThings: (hidden) => keep({ hidden: [...hidden] }),
    sites: keptOnSites,
    drawnIn: drawnAmong({
      get: async () => (await kept())?.frames ?? [],
      change: (next) => change(({ frames }) => ({ frames: next(frames) })),
    }),
  };
}
