import type { Page } from 'puppeteer';
import type { TestBrowser } from '../test-browser.ts';
import { waitFor } from '../wait-for.ts';
import { press } from './press.ts';

/** One more session from the popup, which comes into the console that is for several; gives its number. */
export async function oneMoreSession(host: TestBrowser, console: Page): Promise<string> {
  const before = await numberInFront(console);
  // In a tab: the toolbar's own would close when the console comes to the front.
  const popup = await host.openExtensionPage('popup');
  await press(popup, 'Start session');
  const next = await waitFor('the number of the next session', async () => {
    const number = await numberInFront(console);
    return number !== null && number !== before ? number : null;
  });
  await popup.close();
  return next;
}

const numberInFront = (console: Page): Promise<string | null> =>
  console.evaluate(
    () =>
      document.querySelector<HTMLElement>('.tile[data-front="true"] [data-session-number]')?.dataset['sessionNumber'] ??
      null,
  );

export interface ListedSession {
  name: string;
  state: string | undefined;
  unread: number;
  isFront: boolean;
}

/** The list of sessions, as the host sees it. */
export const listed = (console: Page): Promise<ListedSession[]> =>
  console.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.session-item[data-state]')].map((row) => ({
      name: row.querySelector('.session-name')?.textContent ?? '',
      state: row.dataset['state'],
      unread: Number(row.dataset['unread']),
      isFront: row.querySelector('[aria-current="true"]') !== null,
    })),
  );

/** Alt+1 to Alt+9 and Alt+0, as pressed; waits until that session is in front. */
export async function switchByKey(console: Page, digit: number): Promise<void> {
  await console.bringToFront();
  await console.keyboard.down('Alt');
  await console.keyboard.press(`Digit${digit}` as 'Digit1');
  await console.keyboard.up('Alt');
  await waitFor(`session ${digit} in front`, async () => (await listed(console))[(digit + 9) % 10]?.isFront);
}

/** The text of an element in the mirror of the tile with that name; null: no such mirror is seen. */
export const textInTile = (console: Page, name: string, selector: string): Promise<string | null> =>
  console.evaluate(
    (wanted, path) => {
      const tile = [...document.querySelectorAll<HTMLElement>('.tile:not([hidden])')].find(
        (one) => one.ariaLabel === wanted || one.getAttribute('aria-label') === wanted,
      );
      const player = tile?.querySelector<HTMLIFrameElement>('iframe.player')?.contentDocument;
      const mirror = player?.querySelector('iframe')?.contentDocument;
      return mirror?.querySelector(path)?.textContent ?? null;
    },
    name,
    selector,
  );

/** From one console to another, by its button, and in the tray by the icon that opens them. */
export async function changeLayout(console: Page, layout: 'dashboard' | 'tray' | 'multi'): Promise<void> {
  // It may be open already.
  const closed = await console.$('.tray-button[data-panel="console"][aria-expanded="false"]');
  await closed?.click();
  const button = await console.waitForSelector(`button[data-layout="${layout}"]`);
  await button?.click();
  await console.waitForSelector(layout === 'tray' ? '.tray' : `.console[data-layout="${layout}"]`);
}
