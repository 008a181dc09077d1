import type { PageTrack } from './page-track.ts';

/** Between who watches a page and who may be writing it down. */
export interface PageTap extends Pick<PageTrack, 'heard' | 'blob'> {
  /** Null: nobody is. */
  to: Pick<PageTrack, 'heard' | 'blob'> | null;
}

export function createPageTap(): PageTap {
  const tap: PageTap = {
    to: null,
    heard: (channel, message) => tap.to?.heard(channel, message),
    blob: (hash, blob) => tap.to?.blob(hash, blob),
  };
  return tap;
}
