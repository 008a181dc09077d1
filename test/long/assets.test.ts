import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pairsOf } from '../support/story/pairs.ts';
import { lane } from '../support/lane.ts';
import { startAssetSite, type AssetSite } from '../support/asset-site.ts';
import { startRelay, type TestRelay } from '../support/relay.ts';
import { begin, leave, type Story } from '../support/story/begin.ts';
import { countSent, sentBytes } from '../support/story/count-sent.ts';
import { allow } from '../support/story/customer.ts';
import { inMirror, mirrorShows } from '../support/story/mirror.ts';
import { hasButton, press } from '../support/story/press.ts';
import type { BrowserKind, TestBrowser } from '../support/test-browser.ts';
import { waitFor } from '../support/wait-for.ts';
import { launchWithExtension } from '../support/story/launch.ts';

let site: AssetSite;
let relay: TestRelay;
/** Each is the host's in one pair and the customer's in the other. */
let browsers: Record<BrowserKind, TestBrowser>;
beforeAll(async () => {
  site = await startAssetSite();
  relay = await startRelay({ port: lane().relayPort });
  const [chromium, firefox] = await Promise.all([launchWithExtension('chromium'), launchWithExtension('firefox')]);
  browsers = { chromium, firefox };
});
afterAll(async () => {
  await Promise.all([browsers.chromium.close(), browsers.firefox.close(), relay.stop()]);
  await site.close();
});

/** What of the page's pictures, styles and fonts is there in the mirror. */
const looks = (console: Page) =>
  inMirror(console, (mirror) => {
    const view = mirror.defaultView;
    // Until it comes, a grey one of the same size is there.
    const width = (id: string) => {
      const image = mirror.querySelector<HTMLImageElement>(`#${id}`);
      return image?.currentSrc.startsWith('blob:') ? image.naturalWidth : 0;
    };
    const style = (id: string) => {
      const element = mirror.querySelector(`#${id}`);
      return element && view ? view.getComputedStyle(element) : null;
    };
    const canvas = mirror.querySelector<HTMLCanvasElement>('#canvas');
    return {
      strict: width('strict'),
      public: width('public'),
      session: width('session'),
      drawing: width('drawing'),
      noise: width('noise'),
      blob: width('blob'),
      data: width('data'),
      background: style('background')?.backgroundImage.slice(0, 10),
      outside: `${style('outside')?.color} ${style('outside')?.backgroundImage.slice(0, 10)}`,
      wide: Math.round(mirror.querySelector('#wide')?.getBoundingClientRect().width ?? 0),
      far: Math.round(mirror.querySelector('#far')?.getBoundingClientRect().width ?? 0),
      canvas: `${canvas?.style.content.slice(0, 10)} ${canvas?.getBoundingClientRect().width}`,
      addresses: /shop\.localhost|SECRET/.test(mirror.documentElement.outerHTML),
    };
  });

const allThere = {
  strict: 11,
  public: 16,
  session: 12,
  drawing: 33,
  noise: 400,
  blob: 30,
  data: 70,
  background: 'url("blob:',
  outside: 'rgb(1, 2, 3) url("blob:',
  wide: 240,
  far: 240,
  canvas: 'url("blob: 30',
  addresses: false,
};

async function untilAllThere(console: Page): Promise<void> {
  let last: unknown;
  await waitFor(
    'all of it in the mirror',
    async () => {
      last = await looks(console);
      return JSON.stringify(last) === JSON.stringify(allThere);
    },
    20_000,
  ).catch(() => expect(last).toEqual(allThere));
}

/** As `show`, where the browser may have to be asked for the page first. */
async function show({ console, assist }: Story, title: string, sees: string): Promise<void> {
  await press(console, 'Request view');
  const choose = 'Choose the page';
  await waitFor('the question', () => assist.$('[role="alertdialog"] select, [role="alertdialog"] button.primary'));
  if (await hasButton(assist, choose)) await press(assist, choose);
  await allow(assist, title);
  await mirrorShows(console, sees);
}

const pairs: { host: BrowserKind; customer: BrowserKind }[] = [
  { host: 'chromium', customer: 'firefox' },
  { host: 'firefox', customer: 'chromium' },
];

describe.each(pairsOf('chromium', pairs))('$host host, $customer customer', (pair) => {
  test('the host sees what only the customer can load, and the second time it is there already', async () => {
    const visit = async () => {
      const story = await begin({ relay, host: browsers[pair.host], customer: browsers[pair.customer], at: site.url });
      await countSent(story.assist);
      await show(story, 'Assets', 'One of everything');
      await untilAllThere(story.console);
      const bytes = await sentBytes(story.assist);
      await leave(story);
      return bytes;
    };
    const first = await visit();
    const second = await visit();
    expect(first).toBeGreaterThan(300_000);
    expect(second).toBeLessThan(first / 4);
    expect(site.asked('/never.png')).toEqual([]);
    expect(site.asked('/unused.ttf')).toEqual([]);
  });

  test('the next page of the site has its fonts and pictures too, though the browser loads them no more', async () => {
    const story = await begin({ relay, host: browsers[pair.host], customer: browsers[pair.customer], at: site.url });
    await show(story, 'Assets', 'One of everything');
    await untilAllThere(story.console);
    await story.page.goto(`${site.url}?next`);
    await story.page.evaluate(() => document.body.append('The next page'));
    await mirrorShows(story.console, 'The next page');
    await untilAllThere(story.console);
    await leave(story);
  });

  test('a hostile page gets nothing shown that it does not show itself', async () => {
    const customer = browsers[pair.customer];
    const own = await customer.open(site.url);
    const story = await begin({ relay, host: browsers[pair.host], customer, at: site.hostileUrl });
    const before = site.asked('/statement.png').length;
    await show(story, 'Hostile', 'Look at these');
    await waitFor('the picture that everybody gets', async () =>
      inMirror(story.console, (mirror) => {
        const image = mirror.querySelector<HTMLImageElement>('#other');
        return image?.currentSrc.startsWith('blob:') && image.naturalWidth === 14;
      }),
    );
    const statement = await inMirror(story.console, (mirror) =>
      mirror.querySelector('#statement')?.getAttribute('src'),
    );
    expect(statement ?? '').not.toContain('blob:');
    expect(
      site
        .asked('/statement.png')
        .slice(before)
        .filter(({ cookie }) => cookie),
    ).toEqual([]);
    expect(site.asked('/changing.png').filter(({ cookie }) => cookie)).toEqual([]);
    expect(site.asked('/never.png')).toEqual([]);
    await own.close();
    await leave(story);
  });
});
