import type { Page } from 'puppeteer';
import type { World } from '../demo/world.ts';
import { launchBrowser } from '../test/support/launch-browser.ts';
import type { TestRelay } from '../test/support/relay.ts';
import { allow, joinWithExtension } from '../test/support/story/customer.ts';
import { signInDirectly, startSession } from '../test/support/story/host.ts';
import { press, seesText } from '../test/support/story/press.ts';
import { waitFor } from '../test/support/wait-for.ts';
import { installMeter } from './meter.ts';
import { clickRoundTrips, clockOffset, mutationDelays, type Pair, type RoundTrips } from './pair.ts';

export interface ProductFigures {
  /** Allow pressed → the whole page drawn at the host, ms each. */
  firstPaints: number[];
  mutations: number[];
  clicks: RoundTrips;
  /** Stop pressed → last change in the mirror, ms each; 0 when it came before. */
  stops: number[];
  /** The same with the relay killed before; direct path only. */
  stopWithoutRelay: number | null;
  clockOffsetMs: number;
}

export interface Counts {
  joins: number;
  mutations: number;
  clicks: number;
}

/** A real session between two Chromiums, measured from outside. */
export async function measureProduct(
  { builds, display }: World,
  relay: TestRelay,
  page: string,
  path: 'direct' | 'relay',
  counts: Counts,
): Promise<ProductFigures> {
  const options = { extension: builds.chromeAllSites, display, seesNetwork: false };
  const [host, customer] = await Promise.all([launchBrowser('chromium', options), launchBrowser('chromium', options)]);
  try {
    await signInDirectly(host, relay.url, await relay.addHost());
    const desk = await startSession(host, await host.open(relay.url));
    const shown = await customer.open(page);
    const assist = await joinWithExtension(customer, relay.url, desk.number, 'Jana Nová');
    const pair: Pair = { host: desk.console, customer: shown };
    await prepare(desk.console, assist);
    await press(desk.console, 'Admit');
    await waitFor(`the ${path} path`, () =>
      desk.console.evaluate(
        (wanted) => document.querySelector<HTMLElement>('[data-path]')?.dataset['path'] === wanted,
        path,
      ),
    );

    const firstPaints: number[] = [];
    const stops: number[] = [];
    for (let at = 0; at < counts.joins; at += 1) {
      // Each time a page in which nothing of ours has run.
      await shown.reload();
      firstPaints.push(await show(pair, assist));
      stops.push(await stop(pair, assist));
    }

    await shown.reload();
    await show(pair, assist);
    const mutations = await mutationDelays(pair, counts.mutations);
    await press(desk.console, 'Request control');
    await press(assist, 'Allow');
    await seesText(desk.console, 'You are in control');
    const clicks = await clickRoundTrips(pair, counts.clicks);
    const clockOffsetMs = await clockOffset(pair);
    let stopWithoutRelay: number | null = null;
    if (path === 'direct') {
      await relay.end('SIGKILL');
      stopWithoutRelay = await stop(pair, assist);
      await relay.restart();
    }
    return { firstPaints, mutations, clicks, stops, stopWithoutRelay, clockOffsetMs };
  } finally {
    await Promise.all([host.close(), customer.close()]);
  }
}

async function prepare(console: Page, assist: Page): Promise<void> {
  await console.evaluate(() => {
    window.benchMirror = () =>
      document.querySelector<HTMLIFrameElement>('iframe.player')?.contentDocument?.querySelector('iframe')
        ?.contentDocument;
  });
  await installMeter(console);
  await assist.evaluate(() => {
    const note = ({ timeStamp }: Event) =>
      (document.body.dataset['pressed'] = String(performance.timeOrigin + timeStamp));
    document.addEventListener('click', note, true);
  });
}

const pressedAt = (assist: Page) => assist.evaluate(() => Number(document.body.dataset['pressed']));

/** Request view, Allow; gives Allow → first paint in ms. */
async function show({ host }: Pair, assist: Page): Promise<number> {
  await host.evaluate(() => window.benchMeter.reset());
  await press(host, 'Request view');
  await allow(assist, 'Thousand nodes');
  const painted = await waitFor('the first paint', () => host.evaluate(() => window.benchMeter.firstPaint));
  return painted - (await pressedAt(assist));
}

/** Stop in the midst of changes; gives Stop → last change at the host in ms. */
async function stop({ host, customer }: Pair, assist: Page): Promise<number> {
  const ticking = await customer.evaluate(() => {
    window.benchTick();
    return window.setInterval(() => window.benchTick(), 4);
  });
  await waitFor('changes at the host', () => host.evaluate(() => window.benchMeter.applied.size > 5));
  await press(assist, 'Stop showing');
  await waitFor('nothing of the page at the host', () =>
    host.evaluate(() => !window.benchMirror?.()?.querySelector('#last')),
  );
  await customer.evaluate((timer) => clearInterval(timer), ticking);
  const last = await host.evaluate(() => window.benchMeter.lastChange);
  return Math.max(0, last - (await pressedAt(assist)));
}
