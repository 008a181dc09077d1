import type { Page } from 'puppeteer';
import { launchBrowser } from '../test/support/launch-browser.ts';
import type { TestBrowser } from '../test/support/test-browser.ts';
import { waitFor } from '../test/support/wait-for.ts';
import { installMeter } from './meter.ts';
import { clickRoundTrips, mutationDelays, type Pair, type RoundTrips } from './pair.ts';
import type { Counts } from './product.ts';

export interface PeerFigures {
  /** rrweb live, with the buffer of its guide and with none. */
  documented: { firstPaints: number[]; mutations: number[] };
  unbuffered: { firstPaints: number[]; mutations: number[]; clicks: RoundTrips };
  /** A known text pushed, nothing recorded. */
  bare: { direct: RoundTrips; relay: RoundTrips };
}

/** The peers in two Chromiums of their own, flags as for the product. */
export async function measurePeers(url: string, display: string, counts: Counts): Promise<PeerFigures> {
  const launch = () => launchBrowser('chromium', { display, seesNetwork: false });
  const [host, customer] = await Promise.all([launch(), launch()]);
  const pages = { host: await host.open('about:blank'), customer: await customer.open('about:blank') };
  const rrweb = (buffer: number) => openPair(pages, `${url}/rrweb-host?buffer=${buffer}`, `${url}/rrweb-customer`);
  const bare = async (wire: 'direct' | 'relay') => {
    await openPair(pages, `${url}/bare-host?wire=${wire}`, `${url}/bare-customer?wire=${wire}`);
    return clickRoundTrips(pages, counts.clicks);
  };
  try {
    const paints: [number[], number[]] = [[], []];
    for (let at = 0; at < counts.joins; at += 1) {
      await rrweb(1_000);
      paints[0].push(await join(pages));
      await rrweb(0);
      paints[1].push(await join(pages));
    }
    const unbuffered = await mutationDelays(pages, counts.mutations);
    const clicks = await clickRoundTrips(pages, counts.clicks);
    await rrweb(1_000);
    await join(pages);
    const documented = await mutationDelays(pages, counts.mutations);
    return {
      documented: { firstPaints: paints[0], mutations: documented },
      unbuffered: { firstPaints: paints[1], mutations: unbuffered, clicks },
      bare: { direct: await bare('direct'), relay: await bare('relay') },
    };
  } finally {
    await Promise.all([close(host), close(customer)]);
  }
}

const close = (browser: TestBrowser) => browser.close();

async function openPair({ host, customer }: Pair, hostUrl: string, customerUrl: string): Promise<void> {
  // The customer's first: the wire joins whoever is there.
  await host.goto('about:blank');
  await customer.goto(customerUrl);
  await host.goto(hostUrl);
  for (const page of [customer, host]) await isReady(page);
  await installMeter(host);
}

const isReady = (page: Page) => waitFor(`${page.url()} to be ready`, () => page.evaluate(() => window.benchReady));

/** Starts the recorder; gives start → first paint in ms. */
async function join({ host, customer }: Pair): Promise<number> {
  await host.evaluate(() => window.benchMeter.reset());
  const started = await customer.evaluate(() => window.benchStart?.());
  const painted = await waitFor('the first paint', () => host.evaluate(() => window.benchMeter.firstPaint));
  return painted - (started ?? NaN);
}
