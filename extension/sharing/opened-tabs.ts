import type { Tabs } from 'webextension-polyfill';
import type { OpenedPage } from '../../shared/browser/assist/page-sharing.ts';

type Tab = Pick<Tabs.Tab, 'id' | 'openerTabId' | 'pendingUrl' | 'title' | 'url'>;

export interface OpenedTabs {
  /** `before`: the page that was looked at when the tab came as the first of a new window, else null. */
  created(tab: Tab, before: number | null): void;
  /** What is known of a tab that a page has opened, once it has an address; null: it is none, or not yet. */
  updated(tab: Tab): OpenedPage | null;
  /** It was told of before. */
  known(page: OpenedPage): void;
  closed(tabId: number): void;
}

/**
 * A tab that has no address of its own this long after was opened by its person, who types one. Chromium names
 * an opener for those too.
 */
const addressWithinMs = 5_000;
/** So soon nobody has typed one. */
const sureWithinMs = 1_000;

const longestTitle = 200;

interface Candidate {
  openerId: number;
  at: number;
  /** The browser has named the opener. */
  isNamed: boolean;
  isSure: boolean;
  hasAddress: boolean;
}

/** Which new tabs come from which page. `now`: ms, never back. */
export function createOpenedTabs(isShowable: (url: string | undefined) => boolean, now: () => number): OpenedTabs {
  const candidates = new Map<number, Candidate>();
  return {
    created({ id, openerTabId, pendingUrl }, before) {
      const openerId = openerTabId ?? before;
      if (id === undefined || openerId === null) return;
      const isNamed = openerTabId !== undefined;
      candidates.set(id, {
        openerId,
        at: now(),
        isNamed,
        isSure: isNamed && isShowable(pendingUrl),
        hasAddress: false,
      });
    },
    updated({ id, url, title }) {
      const candidate = id === undefined ? undefined : candidates.get(id);
      if (id === undefined || !candidate) return null;
      const afterMs = now() - candidate.at;
      if (!candidate.hasAddress) {
        if (afterMs > addressWithinMs) candidates.delete(id);
        if (afterMs > addressWithinMs || !url || !isShowable(url)) return null;
        candidate.hasAddress = true;
        candidate.isSure ||= candidate.isNamed && afterMs < sureWithinMs;
      }
      if (!url || !isShowable(url)) return null;
      const { origin } = new URL(url);
      return {
        pageId: id,
        openerId: candidate.openerId,
        title: (title || origin).slice(0, longestTitle),
        origin,
        isSure: candidate.isSure,
      };
    },
    known({ pageId, openerId, isSure }) {
      candidates.set(pageId, { openerId, at: now(), isNamed: true, isSure, hasAddress: true });
    },
    closed: (tabId) => void candidates.delete(tabId),
  };
}
