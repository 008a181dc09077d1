import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'puppeteer';
import { waitFor } from '../test/support/wait-for.ts';

/** A mirror and the page that it shows, both in front, a meter in the host's. */
export interface Pair {
  host: Page;
  customer: Page;
}

/** Mutation in the customer's page → drawn at the host, in ms, for each of `count` changes. */
export async function mutationDelays({ host, customer }: Pair, count: number): Promise<number[]> {
  const before = await customer.evaluate(() => window.benchTicks.length);
  for (let at = 0; at < count; at += 1) {
    await customer.evaluate(() => window.benchTick());
    // At no fixed place within a frame.
    await sleep(40 + Math.random() * 50);
  }
  await waitFor('the last change at the host', () =>
    host.evaluate((text) => window.benchMeter.painted.has(text), `t${before + count}`),
  );
  const made = await customer.evaluate(() => window.benchTicks);
  const painted = new Map(await host.evaluate(() => [...window.benchMeter.painted]));
  return made.slice(before).flatMap((at, index) => {
    const seen = painted.get(`t${before + index + 1}`);
    return seen === undefined ? [] : [seen - at];
  });
}

export interface RoundTrips {
  /** Pointer released at the host → click handled in the page, ms. */
  toEffect: number[];
  /** … → its effect drawn at the host. */
  toMirror: number[];
}

/** Clicks of the host on the counting button. */
export async function clickRoundTrips({ host, customer }: Pair, count: number): Promise<RoundTrips> {
  const place = await buttonPlace(host);
  const trips: RoundTrips = { toEffect: [], toMirror: [] };
  for (let at = 0; at < count; at += 1) {
    const before = await customer.evaluate(() => window.benchClicks.length);
    const text = `n${before + 1}`;
    await host.evaluate(() => (window.benchMeter.releases.length = 0));
    await host.mouse.click(place.x, place.y);
    const painted = await waitFor('the effect of a click at the host', () =>
      host.evaluate((wanted) => window.benchMeter.painted.get(wanted), text),
    );
    const released = await host.evaluate(() => window.benchMeter.releases.at(-1));
    const effect = await customer.evaluate((index) => window.benchClicks[index], before);
    if (released === undefined || effect === undefined) throw new Error('A click was not noted.');
    trips.toEffect.push(effect - released);
    trips.toMirror.push(painted - released);
    // Not as a double click, and at no fixed place within a frame.
    await sleep(550 + Math.random() * 50);
  }
  return trips;
}

/** The middle of the mirrored button on the host's page, through all frames and scaling in between. */
function buttonPlace(host: Page): Promise<{ x: number; y: number }> {
  return host.evaluate(() => {
    const button = window.benchMirror?.()?.querySelector('#press');
    if (!button) throw new Error('The button is not in the mirror.');
    const box = button.getBoundingClientRect();
    let place = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    for (let view = button.ownerDocument.defaultView; view && view !== window;) {
      const frame: Element | null = view.frameElement;
      if (!(frame instanceof (frame?.ownerDocument.defaultView ?? window).HTMLIFrameElement)) break;
      const around = frame.getBoundingClientRect();
      const scale = around.width / frame.offsetWidth;
      place = { x: around.x + place.x * scale, y: around.y + place.y * scale };
      view = frame.ownerDocument.defaultView;
    }
    return place;
  });
}

/** How far the clocks of two pages are apart, in ms, as exactly as the quickest of some questions tells. */
export async function clockOffset({ host, customer }: Pair): Promise<number> {
  const offset = async (page: Page) => {
    let best = { width: Infinity, offset: NaN };
    for (let at = 0; at < 30; at += 1) {
      const before = performance.timeOrigin + performance.now();
      const there = await page.evaluate(() => performance.timeOrigin + performance.now());
      const width = performance.timeOrigin + performance.now() - before;
      if (width < best.width) best = { width, offset: there - before - width / 2 };
    }
    return best.offset;
  };
  return (await offset(host)) - (await offset(customer));
}
