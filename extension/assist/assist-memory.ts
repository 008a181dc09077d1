import { noProposals } from '../../shared/browser/showing/proposed-tabs.ts';
import { type Helped, store } from '../platform/store.ts';
import type { SharingMemory } from '../sharing/extension-sharing.ts';
import { drawnAmong } from '../sharing/drawn-among.ts';
import { createInTurn } from '../sharing/in-turn.ts';
import { keptOnSites } from '../sharing/kept-on-sites.ts';

/** What a customer shows, kept over a reload of the assist window. */
export function createAssistMemory(): SharingMemory {
  const inTurn = createInTurn();
  const keep = (part: Partial<Pick<Helped, 'shownTabs' | 'proposals' | 'grants' | 'hidden'>>) =>
    inTurn(async () => {
      const helped = await store.helped.get();
      if (helped) await store.helped.set({ ...helped, ...part });
    });
  return {
    remembered: async () => (await store.helped.get())?.shownTabs ?? [],
    remember: (shownTabs) => keep({ shownTabs: [...shownTabs] }),
    proposals: async () => (await store.helped.get())?.proposals ?? noProposals,
    keepProposals: ({ also, waiting }) => keep({ proposals: { also, waiting: [...waiting] } }),
    askedFromTab: async () => (await store.helped.get())?.askedFromTab ?? null,
    grants: async () => (await store.helped.get())?.grants ?? [],
    keepGrants: (grants) => keep({ grants: [...grants] }),
    hiddenThings: async () => (await store.helped.get())?.hidden ?? [],
    keepHiddenThings: (hidden) => keep({ hidden: [...hidden] }),
    sites: keptOnSites,
    drawnIn: drawnAmong({
      get: async () => (await store.frames.get()) ?? [],
      change: (next) => inTurn(async () => store.frames.set(next((await store.frames.get()) ?? []))),
    }),
  };
}
