import type { Page } from 'puppeteer';
import { openWorld } from '../../demo/world.ts';
import { launchBrowser } from '../../test/support/launch-browser.ts';
import { begin, show, type Story } from '../../test/support/story/begin.ts';
import { waitFor } from '../../test/support/wait-for.ts';
import type { RigServer } from '../rig/server.ts';
import type { CorpusPage } from './corpus.ts';
import { loaded, openStill, picture, size, textOf } from './frozen-page.ts';
import { type Look, textsAtOneMoment } from './look.ts';

/** What the mirrors of a real session look like, by name of the page: the extension, the relay, two Chromiums. */
export type RealLooks = Map<string, Look['hosts']>;

/** The frame and badge that customers see are not the page's, so each page is judged by how it looks without. */
export async function lookAtReal(
  server: RigServer,
  pages: readonly CorpusPage[],
  say: (line: string) => void,
): Promise<RealLooks> {
  const world = await openWorld({ browsers: ['chromium'], size: '2000x1000', say });
  const launch = () => launchBrowser('chromium', { extension: world.builds.chromeAllSites, display: world.display });
  const [host, customer] = await Promise.all([launch(), launch()]);
  const looks: RealLooks = new Map();
  try {
    const story = await begin({ relay: world.relay, host, customer, at: `${server.url}/features/mutations.html` });
    await Promise.all([story.page.setViewport(size), story.console.setViewport({ width: 1600, height: 900 })]);
    await story.page.emulateFocusedPage(true);
    await show(story, 'A page that changes', 'A page that changes');
    await story.console.evaluate(() => {
      window.benchMirror = () =>
        document.querySelector<HTMLIFrameElement>('iframe.player')?.contentDocument?.querySelector('iframe')
          ?.contentDocument;
    });
    for (const page of pages) {
      const hosts = await lookAtOne(story, server.url, page).catch((error: unknown) =>
        say(`  ${page.name}: ${String(error)}`),
      );
      looks.set(page.name, hosts ?? { chromium: null });
    }
  } finally {
    await Promise.all([host.close(), customer.close()]);
    await world.close();
  }
  return looks;
}

const catchUpMs = 8_000;

async function lookAtOne({ page, console }: Story, base: string, { path }: CorpusPage): Promise<Look['hosts']> {
  await page.bringToFront();
  await openStill(page, `${base}${path}`);
  await caughtUp(page, console);
  await page.evaluate(() => (window as Window & { later?: () => unknown }).later?.());
  await caughtUp(page, console);
  await loaded(console, 'window.benchMirror()');
  await unscaled(console);
  return { chromium: { png: await picture(console), ...(await textsAtOneMoment(console, page)) } };
}

/** Until both say the same; a mirror that never does is looked at as it is. */
const caughtUp = (page: Page, console: Page) =>
  waitFor(
    'the same text in the mirror',
    async () => (await textOf(page, 'document')) === (await textOf(console, 'window.benchMirror()')),
    catchUpMs,
  ).catch(() => undefined);

/** Lays the player over the whole console, as large as the mirrored page. */
const unscaled = (console: Page) =>
  console.evaluate(() => {
    const player = document.querySelector<HTMLIFrameElement>('iframe.player');
    const mirror = player?.contentDocument?.querySelector<HTMLElement>('#mirror');
    if (!player || !mirror) return;
    player.style.cssText = `position:fixed;left:0;top:0;z-index:9999;border:0;max-width:none;max-height:none;width:${mirror.style.width};height:${mirror.style.height}`;
  });
