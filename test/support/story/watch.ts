import type { Page } from 'puppeteer';

/** Times by the machine's clock, ms since 1970, that both browsers share. */

/** Makes the customer's page change something every 20 ms. */
export const keepChanging = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const counter = document.body.appendChild(document.createElement('p'));
    counter.id = 'counter';
    setInterval(() => (counter.textContent = String(Date.now())), 20);
  });

/** Notes in the console each change that is still played in the mirror. */
export const watchMirror = (console: Page): Promise<void> =>
  console.evaluate(() => {
    const player = document.querySelector<HTMLIFrameElement>('iframe.player:not(.behind)')?.contentDocument;
    const mirror = player?.querySelector('iframe')?.contentDocument;
    if (!mirror) throw new Error('There is no mirror.');
    const counter = mirror.querySelector('#counter');
    if (!counter) throw new Error('The counter is not in the mirror.');
    delete document.documentElement.dataset['lastChange'];
    new MutationObserver(() => {
      document.documentElement.dataset['lastChange'] = String(Date.now());
    }).observe(counter, { childList: true, characterData: true, subtree: true });
  });

/** Notes in the page when its frame goes away. */
export const watchFrame = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const timer = setInterval(() => {
      if (getComputedStyle(document.documentElement, '::after').borderTopStyle === 'solid') return;
      document.documentElement.dataset['frameGone'] = String(Date.now());
      clearInterval(timer);
    }, 5);
  });

/** Notes in a window when its customer clicks. */
export const watchPress = (page: Page): Promise<void> =>
  page.evaluate(() => {
    delete document.documentElement.dataset['pressed'];
    addEventListener('click', () => (document.documentElement.dataset['pressed'] = String(Date.now())), true);
  });

/** What was noted, or null. */
export const noted = (page: Page, what: 'lastChange' | 'frameGone' | 'pressed'): Promise<number | null> =>
  page.evaluate((key) => {
    const value = document.documentElement.dataset[key];
    return value === undefined ? null : Number(value);
  }, what);
