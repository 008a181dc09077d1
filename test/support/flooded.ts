import type { Page } from 'puppeteer';
import { expect } from 'vitest';
import type { FloodName } from '../lab/floods.ts';
import { pageWith } from './hostile-page.ts';

/**
 * In ms, on a machine that has nothing else to do. The aim is 200, and what was
 * measured is printed; a pause of the browser's own may be longer, and this only tells a host that hangs.
 */
const heldUpAtMost = 1_000;

/** Plays it in the lab's open player, until the mark on its body is in the mirror. */
export const playMarked = (page: Page, type: 'snapshot' | 'events', events: unknown, mark: string): Promise<void> =>
  page.evaluate(
    async (kind, list, shown) => {
      window.player.play(kind, list);
      await window.player.until((mirror) => mirror.querySelector(`body[data-mark="${shown}"]`));
    },
    type,
    events,
    mark,
  );

async function goesOn(page: Page, name: string, result: { longest: number; slowness: number }): Promise<void> {
  const { longest, slowness, ...rest } = result;
  const agent = await page.evaluate(() => (navigator.userAgent.includes('Firefox') ? 'firefox' : 'chromium'));
  const held = `${longest} ms at the longest, the machine ${slowness.toFixed(1)} × as slow as at its best`;
  console.log(`${agent}, ${name}: the host was held up for ${held}`, JSON.stringify(rest));
  await playMarked(page, 'snapshot', pageWith([], 'after'), 'after');
  await page.waitForFunction(() => window.player.host.phase.value === 'live', { timeout: 30_000 });
  expect(longest).toBeLessThan(heldUpAtMost * slowness);
}

/** A page that is too much comes: something is shown all the time, and a harmless page after it is shown. */
export async function survives(page: Page, name: FloodName) {
  await playMarked(page, 'snapshot', pageWith([], 'before'), 'before');
  const result = await page.evaluate((of) => window.player.flood(of), name);
  expect(result.nodes).toBeGreaterThan(0);
  await goesOn(page, name, result);
  return result;
}

export async function survivesStorm(page: Page) {
  await playMarked(page, 'snapshot', pageWith([{ type: 3, id: 50, textContent: '' }], 'calm'), 'calm');
  const result = await page.evaluate(() => window.player.storm({ id: 50, perSecond: 10_000, seconds: 2 }));
  await goesOn(page, '10,000 changes a second', result);
  return result;
}
