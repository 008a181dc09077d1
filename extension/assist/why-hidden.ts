import type { Tabs } from 'webextension-polyfill';
import type { HiddenReason } from '../../shared/protocol/peer.ts';

const stores = /^https:\/\/(?:chromewebstore\.google\.com|chrome\.google\.com\/webstore|addons\.mozilla\.org)(?:\/|$)/;

/** Why no recorder can be put into a tab's page. Without access the browser does not tell its address. */
export function whyHidden({ discarded, url, status }: Pick<Tabs.Tab, 'discarded' | 'url' | 'status'>): HiddenReason {
  if (discarded) return 'asleep';
  if (status === 'unloaded') return 'crashed';
  if (!url || !/^https?:/.test(url) || stores.test(url)) return 'browser';
  return /\.pdf$/i.test(new URL(url).pathname) ? 'document' : 'blocked';
}
