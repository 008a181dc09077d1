import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { limits } from '../../protocol/limits.ts';
import type { OpenedPage, RememberedProposals } from '../assist/page-sharing.ts';

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
  /** From before a reload. */
  first: RememberedProposals;
}

export const noProposals: RememberedProposals = { also: false, waiting: [] };

/** Nothing is shown because a page has opened it: its owner is asked, or has said so before of the same site. */
export function createProposedTabs({ originOf, isShown, add, first }: Deps): ProposedTabs {
  const waiting = signal(first.waiting);
  const also = signal(first.also);
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
      const known = waiting.peek();
      const isWaiting = known.some((one) => one.pageId === pageId);
      // Right after a reload nobody knows yet what the opener is; that was looked at before.
      if ((from === null && !isWaiting) || settled.has(pageId) || isShown(pageId)) return;
      // Who has been asked about it answers.
      if (!isWaiting && also.peek() && isSure && from === origin && add(pageId)) return settle(pageId);
      waiting.value = isWaiting
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
