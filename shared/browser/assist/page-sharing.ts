import type { Indicator, RecordedPage } from '../cobrowse/recorded-page.ts';
import type { ThingKeeper } from '../cobrowse/pick/chosen-things.ts';
import type { GrantKeeper } from './own-grants.ts';

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

/** How pages are found and shown where the assist window or the console runs; the extension has one, the join page has none. */
export interface PageSharing extends GrantKeeper, ThingKeeper {
  pages(): Promise<PageList>;
  /** Asks the browser for access; call it from a click. */
  askAccess(): Promise<boolean>;
  /** Gives back whatever access was asked for. */
  returnAccess(): Promise<void>;
  /** Brings the page to the front of its window: what is shown should be seen, and hidden pages do not scroll. */
  bringToFront(pageId: number): Promise<void>;
  open(pageId: number, indicator: Indicator, signal: AbortSignal): RecordedPage;
  /** The page being shown, kept over a reload of the window. */
  remembered(): Promise<number | null>;
  remember(pageId: number | null): Promise<void>;
  /** Address of the player page. */
  readonly player: string;
  /** The key command that stops everything, as the browser writes it, or null. */
  stopKey(): Promise<string | null>;
}
