import type { Page } from 'puppeteer';
import { waitFor } from '../wait-for.ts';
import type { Story } from './begin.ts';
import { clickInMirror, inMirror } from './mirror.ts';

/** Stars of the room Garden in the single-page app, in the customer's page. */
export async function starsIn(page: Page): Promise<number> {
  const text = await page.evaluate(() => document.querySelector('#star-garden')?.textContent ?? '');
  return Number(text.replace('★', ''));
}

/** The host gives a star: one click must make exactly one, seen in the page and in the mirror. */
export async function giveStar({ console, page }: Pick<Story, 'console' | 'page'>): Promise<void> {
  const before = await waitFor(
    'the page to be the same in the mirror',
    async () => {
      const text = await inMirror(console, (mirror) => mirror.querySelector('#star-garden')?.textContent ?? null);
      const stars = await starsIn(page);
      return text === `★ ${stars}` ? { stars } : null;
    },
    20_000,
  );
  await clickInMirror(console, '#star-garden');
  await waitFor('the star in the page', async () => (await starsIn(page)) === before.stars + 1);
  await waitFor('the star in the mirror', async () => {
    const text = await inMirror(console, (mirror) => mirror.querySelector('#star-garden')?.textContent);
    return text === `★ ${before.stars + 1}`;
  });
}
