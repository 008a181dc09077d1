import type { SiteKeeper } from '../../shared/browser/cobrowse/pick/chosen-things.ts';
import { store } from '../platform/store.ts';

/** What stays hidden on its site, in the storage of this browser's extension; it goes nowhere else. */
export const keptOnSites: SiteKeeper = {
  load: async () => (await store.hiddenOnSites.get()) ?? [],
  keep: (things) => store.hiddenOnSites.set(things.length > 0 ? [...things] : null),
};
