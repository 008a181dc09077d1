import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { limits } from '../../protocol/limits.ts';
import type { OpenedPage } from '../assist/page-sharing.ts';

export interface ProposedTabs {
  /** Tabs that a shown page has opened, for the owner to allow. */
  readonly waiting: ReadonlySignal<readonly OpenedPage[]>;
  /** The owner's word: also show those that pages open of their own site. */
  readonly also: Signal<boolean>;
  opened(page: OpenedPage): void;
  closed(pageId: number): void;
  allow(page: OpenedPage): void;
  refuse(page: OpenedPage): void;
}

interface Deps {
  /** Origin of the page in a shown tab; null: it is none, or not known. */
  originOf(pageId: number): string | null;
  isShown(pageId: number): boolean;
  /** False: there are too many. */
  add(pageId: number): boolean;
}

/** Nothing is shown because a page has opened it: its owner is asked, or has said so before of the same site. */
export function createProposedTabs({ originOf, isShown, add }: Deps): ProposedTabs {
  const waiting = signal<readonly OpenedPage[]>([]);
  const also = signal(false);
  /** Answered, or closed. */
  const settled = new Set<number>();

  const without = (pageId: number) => waiting.peek().filter((one) => one.pageId !== pageId);
  function settle(pageId: number) {
    settled.add(pageId);
    waiting.value = without(pageId);
  }
  return {
    waiting,
    also,
    opened(page) {
      const { pageId, openerId, origin, isSure } = page;
      const from = originOf(openerId);
      if (from === null || settled.has(pageId) || isShown(pageId)) return;
      if (also.peek() && isSure && from === origin && add(pageId)) return settle(pageId);
      const known = waiting.peek();
      waiting.value = known.some((one) => one.pageId === pageId)
        ? known.map((one) => (one.pageId === pageId ? page : one))
        : [...known, page].slice(-limits.tabsProposed);
    },
    closed: settle,
    allow({ pageId }) {
      if (add(pageId)) settle(pageId);
    },
    refuse: ({ pageId }) => settle(pageId),
  };
}
