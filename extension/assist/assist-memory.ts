import { type Helped, store } from '../platform/store.ts';
import type { SharingMemory } from '../sharing/extension-sharing.ts';
import { createInTurn } from '../sharing/in-turn.ts';

/** What a customer shows, kept over a reload of the assist window. */
export function createAssistMemory(): SharingMemory {
  const inTurn = createInTurn();
  const keep = (part: Partial<Pick<Helped, 'shownTabId' | 'grants' | 'hidden'>>) =>
    inTurn(async () => {
      const helped = await store.helped.get();
      if (helped) await store.helped.set({ ...helped, ...part });
    });
  return {
    remembered: async () => (await store.helped.get())?.shownTabId ?? null,
    remember: (shownTabId) => keep({ shownTabId }),
    grants: async () => (await store.helped.get())?.grants ?? [],
    keepGrants: (grants) => keep({ grants: [...grants] }),
    hiddenThings: async () => (await store.helped.get())?.hidden ?? [],
    keepHiddenThings: (hidden) => keep({ hidden: [...hidden] }),
    drawnIn: (tabId) => ({
      async get() {
        const frame = await store.frame.get();
        return frame?.tabId === tabId ? frame.css : null;
      },
      set: (css) => store.frame.set(css === null ? null : { tabId, css }),
    }),
  };
}
