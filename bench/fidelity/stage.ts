import { readFileSync } from 'node:fs';
import type { Page } from 'puppeteer';
import { launchBrowser } from '../../test/support/launch-browser.ts';
import type { BrowserKind, TestBrowser } from '../../test/support/test-browser.ts';
import { waitFor } from '../../test/support/wait-for.ts';
import type { RigServer } from '../rig/server.ts';
import { size } from './frozen-page.ts';

/** A customer's browser and those that watch it, each with one window in front. */
export interface Stage {
  kind: BrowserKind;
  customer: Page;
  hosts: { kind: BrowserKind; page: Page }[];
  /** Makes all hosts anew, for the next page. */
  resetHosts(): Promise<void>;
  /** Starts the recorder in the customer's page. */
  record(): Promise<void>;
  close(): Promise<void>;
}

export interface StageOptions {
  server: RigServer;
  /** Folder of `buildRig`. */
  built: string;
  display: string;
  customer: BrowserKind;
  hosts: readonly BrowserKind[];
  /** Who records and plays. */
  peer: 'ours' | 'rrweb';
}

const places = '/built/bench/rig/pages';

export async function openStage(options: StageOptions): Promise<Stage> {
  const { server, built, display, customer: kind, peer } = options;
  const browsers: TestBrowser[] = [];
  const launch = async (which: BrowserKind) => {
    const browser = await launchBrowser(which, { display, prefs: comparable });
    browsers.push(browser);
    return browser;
  };
  const open = async (browser: TestBrowser, url: string) => {
    const page = await browser.open(url);
    await page.setViewport(size);
    return page;
  };
  const ready = (page: Page) =>
    waitFor(`${page.url()} to be ready`, () => page.evaluate(() => window.benchReady), 20_000);

  const own = await launch(kind);
  if (peer === 'ours') await ready(await open(own, `${server.url}${places}/assist.html?room=${kind}`));
  const customer = await open(own, 'about:blank');
  if (kind === 'chromium') await customer.emulateFocusedPage(true);
  const hosts: Stage['hosts'] = [];
  for (const host of options.hosts) hosts.push({ kind: host, page: await open(await launch(host), 'about:blank') });

  const hostPage = peer === 'ours' ? `host.html?room=${kind}` : 'rrweb-host.html';
  const agent = readFileSync(`${built}/scripts/${peer === 'ours' ? 'agent' : 'rrweb-agent'}.js`, 'utf8');
  return {
    kind,
    customer,
    hosts,
    async resetHosts() {
      await Promise.all(
        hosts.map(async ({ page }) => {
          await page.goto(`${server.url}${places}/${hostPage}`, { waitUntil: 'load' });
          await ready(page);
        }),
      );
    },
    async record() {
      await customer.evaluate(`${agent};undefined`);
      await waitFor('the recorder', () => customer.evaluate(() => window.rigStart?.()));
    },
    close: async () => void (await Promise.all(browsers.map((browser) => browser.close()))),
  };
}

/** Firefox with scroll bars as wide as Chromium's, so that pages are laid out alike, and without a memory of links it has followed. */
const comparable = {
  'widget.gtk.overlay-scrollbars.enabled': false,
  'widget.non-native-theme.scrollbar.size.override': 15,
  'layout.css.visited_links_enabled': false,
};
