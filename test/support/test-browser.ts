import type { Browser, Page } from 'puppeteer';

export type BrowserKind = 'chromium' | 'firefox';

export const extensionPages = ['popup', 'console', 'desk', 'assist', 'player', 'options', 'surface'] as const;
export type ExtensionPage = (typeof extensionPages)[number];

export interface LaunchOptions {
  /** Folder of the built extension; none starts the browser without it (see `install`). */
  extension?: string;
  display: string;
  /**
   * False leaves the background script unattended (Chromium), so that the browser may stop it as it does for
   * people. Default true.
   */
  seesBackground?: boolean;
  /**
   * False: DevTools is not told of the network. Else it is given each message of a WebSocket as base64, which costs a
   * browser more than the message (Chromium). Default true.
   */
  seesNetwork?: boolean;
  /** False forbids every path between browsers but the relay (Firefox only). Default true. */
  peerToPeer?: boolean;
  /** After how many idle ms Firefox stops the background script; left out: its own 30 s. */
  backgroundIdleMs?: number;
  /** As people have it: a window needs a real gesture to be opened. Default false: puppeteer lets all open. */
  blocksPopups?: boolean;
  /** Further settings of about:config (Firefox only). */
  prefs?: Record<string, boolean | number | string>;
  /** Takes any certificate (Chromium only). Default false. */
  trustsAll?: boolean;
  /** In the browser's picker for screens: the whole screen, or the window with that in its title (Chromium; Firefox takes its first). */
  capturesWindow?: string;
  /** A microphone that beeps and a camera that moves, and every question for them is answered yes (Chromium; Firefox always). */
  fakesDevices?: boolean;
  /** A page that asks for its own tab gets it without a question (Chromium only). Default false. */
  capturesOwnTab?: boolean;
  /** The person's home folder, kept when the browser closes; left out: one of its own. */
  home?: string;
  /** BCP 47, the browser's own language. Default `en-US`. */
  language?: string;
}

/** One real browser with the extension in it, driven alike in both brands. */
export interface TestBrowser {
  readonly kind: BrowserKind;
  readonly browser: Browser;
  /** A new tab at a web address, in front. */
  open(url: string): Promise<Page>;
  /** Opens a page of the extension in a new tab. `query` begins with `?` or `#`. */
  openExtensionPage(name: ExtensionPage, query?: string): Promise<Page>;
  /** Waits for a page of the extension, tab or window, whoever opened it; the newest if there are several. */
  extensionPage(name: ExtensionPage, timeoutMs?: number): Promise<Page>;
  /** All open pages of the extension of that name. */
  extensionPagesNow(name: ExtensionPage): Promise<Page[]>;
  /** Opens the toolbar popup over a tab; in Chromium by a true click, which lends the extension that tab. */
  openPopup(over: Page): Promise<Page>;
  /** A true click on the extension's button while that tab is in front; where it opens no popup (Chromium). */
  pressToolbarButton(over: Page): Promise<void>;
  /** Adds the extension to the running browser, as a guided install does. */
  install(extension: string): Promise<void>;
  /** Runs code in an extension page of its own, with the extension's rights. */
  inExtension<T>(code: string): Promise<T>;
  close(): Promise<void>;
}
