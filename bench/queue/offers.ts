import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'puppeteer';
import { openWorld, type World } from '../../demo/world.ts';
import { relayLimits } from '../../server/limits/relay-limits.ts';
import { createSiteInbound } from '../../server/settings/site-inbound.ts';
import { launchBrowser } from '../../test/support/launch-browser.ts';
import { inboundOf, queueOf } from '../../test/support/queues.ts';
import { signInDirectly } from '../../test/support/story/host.ts';
import { press, seesText } from '../../test/support/story/press.ts';
import { noted, watchPress } from '../../test/support/story/watch.ts';
import type { TestBrowser } from '../../test/support/test-browser.ts';
import { waitFor } from '../../test/support/wait-for.ts';
import { median, quantile, type Row, rowsOf } from '../row.ts';

const rounds = 15;

/** In real Chromium: a customer presses the last button of the form → the offer is drawn at the host. */
export async function benchOffers(say: (line: string) => void): Promise<Row[]> {
  const world = await openWorld({ browsers: ['chromium'], size: '2000x1000', say });
  const browsers: TestBrowser[] = [];
  try {
    await openQueue(world);
    const { builds, display, relay } = world;
    const host = await launchBrowser('chromium', { extension: builds.chromeAllSites, display });
    browsers.push(host);
    const customer = await launchBrowser('chromium', { display });
    browsers.push(customer);
    await signInDirectly(host, relay.url, await relay.addHost());
    const desk = await host.openExtensionPage('desk');
    await desk.waitForSelector('input[value="available"]');
    await desk.click('label.availability-available');
    const page = await customer.open(relay.url);
    say(`queue: ${rounds} requests from browser to browser…`);
    const times: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const begun = performance.now();
      await page.goto(`${relay.url}/help/shop?order=1234`);
      times.push(await askOnce(page, desk));
      // As often as one address may ask.
      await sleep(60_000 / relayLimits.requestsPerMinute + 500 - (performance.now() - begun));
    }
    const row = rowsOf('queue');
    const goal = { atMost: 1_000 };
    return [
      row('last button of the form → offer drawn at the host, median', median(times), { goal }),
      row('last button of the form → offer drawn at the host, p95', quantile(times, 0.95), { goal }),
    ];
  } finally {
    await Promise.all(browsers.map((browser) => browser.close()));
    await world.close();
  }
}

async function openQueue({ relay }: World): Promise<void> {
  const form = [{ id: 'order', kind: 'number', label: 'Order number', required: true } as const];
  await relay.withDeps(async (deps) => {
    const setting = createSiteInbound(deps);
    // Nobody here follows it, and the store closes.
    setting.close();
    await setting.set(inboundOf(queueOf('shop', { form })));
  });
  // It was written beside the relay, which reads it when it starts.
  await relay.end('SIGTERM');
  await relay.restart();
}

/** Ms from the click to the frame in which the offer is. Leaves the queue again. */
async function askOnce(page: Page, desk: Page): Promise<number> {
  await noteOffer(desk);
  await watchPress(page);
  await press(page, 'Ask for help');
  const drawn = await waitFor('the offer', () => desk.evaluate(() => document.body.dataset['offered']));
  const pressed = await noted(page, 'pressed');
  if (pressed === null) throw new Error('The press was not noted.');
  await press(page, 'Leave the queue');
  await press(page, 'Leave the queue');
  await seesText(page, 'You have left the queue');
  await waitFor('the offer to go', () => desk.evaluate(() => document.querySelector('.offer') === null));
  return Number(drawn) - pressed;
}

/** Notes in the host's window when the next offer has been drawn, ms since 1970. */
const noteOffer = (desk: Page): Promise<void> =>
  desk.evaluate(() => {
    delete document.body.dataset['offered'];
    const watching = new MutationObserver(() => {
      if (!document.querySelector('.offer')) return;
      watching.disconnect();
      // A task after the frame's own.
      requestAnimationFrame(() => setTimeout(() => (document.body.dataset['offered'] = String(Date.now()))));
    });
    watching.observe(document.body, { childList: true, subtree: true });
  });
