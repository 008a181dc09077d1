import type { ReadonlySignal } from '@preact/signals';
import type { FromPage, ToPage } from '../../protocol/page.ts';
import type { NavigateKind } from '../../protocol/peer.ts';

export interface PageInfo {
  title: string;
  /** Origin and path only. */
  url: string;
  origin: string;
}

/** What the frame and the badge around the shown page say, already in the customer's language. */
export interface Indicator {
  text: string;
  /** Drawn in a stronger colour. */
  controlled: boolean;
}

/** The one page that is shown, wherever it is: a tab beside the extension's window, or the page that we are in. */
export interface RecordedPage {
  /** To the document that is there now; lost when there is none. */
  post(message: ToPage): void;
  /** One handler. Each document begins with `page.ready`; one that is there already is told at once. */
  receive(handler: (message: FromPage) => void): void;
  navigate(kind: NavigateKind): void;
  setIndicator(indicator: Indicator): void;
  /** Reads what the page itself may only show; absent where nobody can. */
  readonly fetch?: typeof fetch;
  /** As the browser tells it, not the page; null until known. */
  readonly info: ReadonlySignal<PageInfo | null>;
  readonly gone: ReadonlySignal<false | 'closed' | 'not-allowed'>;
}
