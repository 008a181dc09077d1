import * as v from 'valibot';
import type { PageSharing } from '../assist/page-sharing.ts';
import { rememberedTabSchema } from '../assist/remembered-tab.ts';
import { chosenThingSchema } from '../cobrowse/pick/chosen-thing.ts';
import { noProposals } from '../showing/proposed-tabs.ts';

type Kept = Pick<
  PageSharing,
  | 'remembered'
  | 'remember'
  | 'proposals'
  | 'keepProposals'
  | 'grants'
  | 'keepGrants'
  | 'hiddenThings'
  | 'keepHiddenThings'
>;

export interface EmbedMemory {
  readonly kept: Kept;
  /** The number of the pages of that origin, from 1. */
  idOf(origin: string): number;
  /** Empty for a number that was never given. */
  originOf(pageId: number): string;
}

const rememberedSchema = v.object({
  origins: v.array(v.string()),
  shownTabs: v.array(rememberedTabSchema),
  grants: v.array(v.string()),
  hidden: v.array(chosenThingSchema),
});
type Remembered = v.InferOutput<typeof rememberedSchema>;
const nothing: Remembered = { origins: [], shownTabs: [], grants: [], hidden: [] };

/**
 * What a customer shows, kept over a reload of the window: in its `sessionStorage`, which is of the relay's origin, so
 * that the page has no part in it. `seat`: what was allowed in one session means nothing in the next.
 */
export function createEmbedMemory(seat: string, storage: Storage = sessionStorage): EmbedMemory {
  const key = `beside.embed.${seat}`;
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), rememberedSchema), storage.getItem(key));
  let now = read.success ? read.output : nothing;

  function keep(part: Partial<Remembered>): Promise<void> {
    now = { ...now, ...part };
    storage.setItem(key, JSON.stringify(now));
    return Promise.resolve();
  }
  return {
    kept: {
      remembered: () => Promise.resolve(now.shownTabs),
      remember: (shownTabs) => keep({ shownTabs: [...shownTabs] }),
      // One page opens no other that could be shown here.
      proposals: () => Promise.resolve(noProposals),
      keepProposals: () => Promise.resolve(),
      grants: () => Promise.resolve(now.grants),
      keepGrants: (grants) => keep({ grants: [...grants] }),
      hiddenThings: () => Promise.resolve(now.hidden),
      keepHiddenThings: (hidden) => keep({ hidden: [...hidden] }),
    },
    idOf(origin) {
      if (!now.origins.includes(origin)) void keep({ origins: [...now.origins, origin] });
      return now.origins.indexOf(origin) + 1;
    },
    originOf: (pageId) => now.origins[pageId - 1] ?? '',
  };
}
