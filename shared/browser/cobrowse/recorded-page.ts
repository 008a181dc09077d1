import type { ReadonlySignal } from '@preact/signals';
import type { FromPage, ToPage } from '../../protocol/page.ts';
import type { HiddenReason, NavigateKind } from '../../protocol/peer.ts';

export interface PageInfo {
  title: string;
  /** Origin and path only. */
  url: string;
  origin: string;
  /** The whole address; for what is decided here, never sent. Left out: as `url`. */
  address?: string;
}

/** What the frame and the badge around the shown page say, already in the customer's language. */
export interface Indicator {
  text: string;
  /** Drawn in a stronger colour. */
  controlled: boolean;
}

/** What comes from one frame of the page; `page.left` is the browser's word: its document has gone. */
export type FromFrame = FromPage | { type: 'page.left' };

/** The one page that is shown, wherever it is: a tab beside the extension's window, or the page that we are in. */
export interface RecordedPage {
  /** To the document that is in that frame now; lost when there is none. Frame 0 is the page itself. */
  post(message: ToPage, frame?: number): void;
  /** One handler. Each document begins with `page.ready`; those that are there already are told at once. */
  receive(handler: (message: FromFrame, frame: number) => void): void;
  /** As the browser tells it; null: not known, or the frame has an origin that is nobody's. */
  frameOrigin(frame: number): string | null;
  /** What of its title may leave; left out: all. */
  tellTitle?(title: string): string;
  navigate(kind: NavigateKind): void;
  setIndicator(indicator: Indicator): void;
  /** Draws what the customer points at, and brings the page to the front for it; then back to where they came from. */
  setPicking(on: boolean): void;
  /** Reads what the page itself may only show; absent where nobody can. */
  readonly fetch?: typeof fetch;
  /** As the browser tells it, not the page; null until known. */
  readonly info: ReadonlySignal<PageInfo | null>;
  /** Closed for good. */
  readonly gone: ReadonlySignal<boolean>;
  /** The page that is there now cannot be recorded, and why; null: it can. */
  readonly hidden: ReadonlySignal<HiddenReason | null>;
}
