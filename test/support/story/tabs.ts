import type { Page } from 'puppeteer';
import { en } from '../../../shared/browser/ui/messages/en.ts';
import { waitFor } from '../wait-for.ts';
import { chooseOption } from './choose-option.ts';

/** The console's tab strip: titles in their order, which one is seen, and which one the customer looks at. */
export const strip = (console: Page) =>
  console.evaluate(() => {
    const tabs = [...document.querySelectorAll<HTMLElement>('.tab-strip [role="tab"]')];
    const at = (check: (tab: HTMLElement) => boolean) => tabs.findIndex(check);
    return {
      titles: tabs.map((tab) => tab.querySelector('.tab-strip-title')?.textContent ?? ''),
      seen: at((tab) => tab.ariaSelected === 'true'),
      looking: at((tab) => tab.dataset['looking'] === 'true'),
      follows: document.querySelector('.tab-strip-follow')?.ariaPressed === 'true',
    };
  });

/** Turns to the tab of the strip in that place, by hand. */
export const turnTo = async (console: Page, place: number): Promise<void> => {
  const tabs = await console.$$('.tab-strip [role="tab"]');
  await tabs[place]?.click();
};

interface Texts {
  'assist.addTab': string;
  'assist.showTab': string;
}

/** A click made in the page: a covered window of Firefox gets no others in time. */
const clickOn = (page: Page, text: string) =>
  page.evaluate(
    (wanted) => [...document.querySelectorAll('button')].find((one) => one.textContent === wanted)?.click(),
    text,
  );

/** In the assist window: shows one more open tab, that of this title. */
export async function addTab(assist: Page, title: string, texts: Texts = en): Promise<void> {
  await clickOn(assist, texts['assist.addTab']);
  await waitFor(`"${title}" among the other tabs`, () => chooseOption(assist, '.shown select', title));
  await clickOn(assist, texts['assist.showTab']);
}

/** What the assist window says of the shown tabs: title, and whether the host sees it. */
export const shownTabs = (assist: Page) =>
  assist.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.shown-list li')].map((row) => ({
      title: row.querySelector('strong')?.textContent ?? '',
      isSeen: row.dataset['seen'] === 'true',
    })),
  );
