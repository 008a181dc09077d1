import type { ReadonlySignal } from '@preact/signals';
import type { Indicator, RecordedPage } from '../cobrowse/recorded-page.ts';
import type { ThingKeeper } from '../cobrowse/pick/chosen-things.ts';
import type { GrantKeeper } from './own-grants.ts';
import type { RememberedTab } from './remembered-tab.ts';

/** A page that its owner, customer or host, could show. */
export interface PageChoice {
  id: number;
  title: string;
  /** Scheme and host, for example `https://shop.example`. */
  origin: string;
  /** The page that was looked at last. */
  front: boolean;
}

/** The pages that the browser lets us name. `complete` is false while it has not given access to all. */
export interface PageList {
  pages: readonly PageChoice[];
  complete: boolean;
}

/** A tab or window that has just opened. */
export interface OpenedPage {
  pageId: number;
  /** The page that it was opened from, by the browser's word, or one that was looked at then. */
  openerId: number;
  title: string;
  origin: string;
  /** The browser has said so, and nobody can have typed an address meanwhile. */
  isSure: boolean;
}

/** What its owner has still to say about opened tabs, as it is kept over a reload of the window. */
export interface RememberedProposals {
  also: boolean;
  waiting: readonly OpenedPage[];
}

/** What becomes of the pages of this browser. */
export interface PageWatcher {
  /** The person has turned to that page; pages of our own are none. */
  looked(pageId: number): void;
  /** Told again when its title or origin change. */
  opened(page: OpenedPage): void;
  closed(pageId: number): void;
  /** The browser has given the page another id. */
  moved(before: number, now: number): void;
}

/** How pages are found and shown where the assist window or the console runs: by the extension, or by a page's embed. */
export interface PageSharing extends GrantKeeper, ThingKeeper {
  pages(): Promise<PageList>;
  /** There is but the page from which the window was opened: nothing to choose from, nothing to add. */
  readonly onePage?: true;
  /** Asks the browser for access; call it from a click. */
  askAccess(): Promise<boolean>;
  /** The browser's question for it is open. */
  readonly isAskingAccess: ReadonlySignal<boolean>;
  /** Gives back whatever access was asked for. */
  returnAccess(): Promise<void>;
  /** Brings the page to the front of its window: what is shown should be seen, and hidden pages do not scroll. */
  bringToFront(pageId: number): Promise<void>;
  /** How much the browser enlarges the page, 1 is 100 %; left out: nobody can tell. */
  zoomOf?(pageId: number): Promise<number>;
  open(pageId: number, indicator: Indicator, signal: AbortSignal): RecordedPage;
  /** Until `signal` aborts; begins with the page that is looked at now. `waiting`: opened before, still to be told of. */
  watch(watcher: PageWatcher, waiting: readonly OpenedPage[], signal: AbortSignal): void;
  /** What is shown, kept over a reload of the window. */
  remembered(): Promise<readonly RememberedTab[]>;
  remember(tabs: readonly RememberedTab[]): Promise<void>;
  proposals(): Promise<RememberedProposals>;
  keepProposals(proposals: RememberedProposals): Promise<void>;
  /** Address of the player page. */
  readonly player: string;
  /** The key command that stops everything, as the browser writes it, or null. */
  stopKey(): Promise<string | null>;
}
