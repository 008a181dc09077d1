import { launchChromium } from './chromium.ts';
import { launchFirefox } from './firefox.ts';
import type { BrowserKind, LaunchOptions, TestBrowser } from './test-browser.ts';

const launchers = { chromium: launchChromium, firefox: launchFirefox };

/** Starts either browser, so that one scenario runs with both on either side. */
export const launchBrowser = (kind: BrowserKind, options: LaunchOptions): Promise<TestBrowser> =>
  launchers[kind](options);
