import type { Page } from 'puppeteer';
import { openWorld } from '../../demo/world.ts';
import { ensureTools } from '../../scripts/browsers.ts';
import { launchBrowser } from '../../test/support/launch-browser.ts';
import { begin, type Story } from '../../test/support/story/begin.ts';
import { waitFor } from '../../test/support/wait-for.ts';
import { fillScreen } from './fill-screen.ts';
import { homeWithManager } from './home-with-manager.ts';
import { type ScreenServer, startScreenServer } from './screen-server.ts';
import { openSeenDisplay, type SeenDisplay } from './seen-display.ts';

/** Of both people's screens, pixels. */
export const screen = { width: 1920, height: 1080 };
/** `scroll`: all moves, and each frame has a number. `still`: nothing does. `target`: nor there, but a press turns a square over. */
export type TextMode = 'scroll' | 'still' | 'target';

declare global {
  interface Window {
    benchMode(mode: TextMode): void;
  }
}

/** A host and a customer in a session of the real product, each with a browser and a screen, the customer's full of text. */
export interface Stage {
  story: Story;
  /** Fills the customer's screen. */
  text: Page;
  setText(mode: TextMode): Promise<void>;
  /** A page in a window of its own, out of the way of the others until it is brought to the front. */
  openWindow(side: 'host' | 'customer', path: string): Promise<Page>;
  displays: Record<'host' | 'customer', SeenDisplay>;
  server: ScreenServer;
  close(): Promise<void>;
}

export async function openStage(say: (line: string) => void): Promise<Stage> {
  const missing = ensureTools(['xvfb', 'openbox', 'x11vnc'], say);
  if (missing !== null) throw new Error(missing);
  const world = await openWorld({ browsers: ['chromium'], size: '640x480', say });
  const { relay, builds } = world;
  const size = `${screen.width}x${screen.height}`;
  const [server, ...opened] = await Promise.all([startScreenServer(), openSeenDisplay(size), openSeenDisplay(size)]);
  const displays = { host: opened[0], customer: opened[1] };
  const home = await homeWithManager();
  const common = { extension: builds.chromeAllSites, capturesWindow: 'No window of that name' };
  const [host, customer] = await Promise.all([
    launchBrowser('chromium', { ...common, display: displays.host.name }),
    launchBrowser('chromium', { ...common, display: displays.customer.name, home: home.folder }),
  ]);
  const story = await begin({ relay, host, customer, at: `${server.url}/text.html` });
  const text = story.page;
  await waitFor('the text', () => text.evaluate(() => window.benchReady));
  await fillScreen(text);
  return {
    story,
    text,
    displays,
    server,
    async setText(mode) {
      await text.bringToFront();
      await text.evaluate((wanted) => window.benchMode(wanted), mode);
    },
    async openWindow(side, path) {
      const page = await story[side].browser.newPage({ type: 'window' });
      await page.goto(`${server.url}${path}`, { waitUntil: 'load' });
      await waitFor(`${path} to be ready`, () => page.evaluate(() => window.benchReady));
      return page;
    },
    async close() {
      await Promise.all([host.close(), customer.close()]);
      await Promise.all([displays.host.close(), displays.customer.close(), server.close(), world.close()]);
      home.remove();
    },
  };
}
