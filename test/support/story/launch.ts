import { lane } from '../lane.ts';
import { launchBrowser } from '../launch-browser.ts';
import type { BrowserKind, LaunchOptions, TestBrowser } from '../test-browser.ts';

/** With the extension, which may touch all sites; on the display of the tests, if none is named. */
export const launchWithExtension = (
  kind: BrowserKind,
  options: Partial<Omit<LaunchOptions, 'extension'>> = {},
): Promise<TestBrowser> =>
  launchBrowser(kind, {
    extension: kind === 'chromium' ? lane().builds.chromeAllSites : lane().builds.firefox,
    display: lane().display,
    ...options,
  });
