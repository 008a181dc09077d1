import { browser } from './browser.ts';

/** The mark on the toolbar icon while a page of this browser is shown. */
export async function setBadge(shown: 'nothing' | 'viewed' | 'controlled'): Promise<void> {
  await browser.action.setBadgeText({ text: shown === 'nothing' ? '' : '●' });
  await browser.action.setBadgeBackgroundColor({ color: shown === 'controlled' ? '#b3201d' : '#8a4b00' });
}
