import { ofTab } from '../cobrowse/tabs/tab-links.ts';
import type { PageTrack } from './page-track.ts';
import type { Tap } from './tap-link.ts';

/** Between who watches a page and who may be writing it down. */
export interface PageTap extends Pick<PageTrack, 'blob'> {
  /** Of a link that several tabs share. */
  heard: Tap;
  /** Null: nobody is. */
  to: Pick<PageTrack, 'heard' | 'blob'> | null;
}

export function createPageTap(): PageTap {
  const tap: PageTap = {
    to: null,
    heard(channel, message) {
      const { tab, body } = ofTab(message);
      tap.to?.heard(tab, channel, body);
    },
    blob: (hash, blob) => tap.to?.blob(hash, blob),
  };
  return tap;
}
