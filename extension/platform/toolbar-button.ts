import type { Tabs } from 'webextension-polyfill';
import { browser } from './browser.ts';
import { listen } from './listen.ts';

/** A press on the toolbar button opens the popup. Only in Chrome it may ever be otherwise. */
export async function openPopupOnPress(): Promise<void> {
  if (__BROWSER__ !== 'chrome') return;
  await browser.action.setPopup({ popup: browser.runtime.getManifest().action?.default_popup ?? '' });
}

/**
 * The next press on the toolbar button, by mouse or keys: it opens no popup, and lends us the tab. Null: `signal` has
 * aborted. The background script makes it a popup again should this window be closed meanwhile.
 */
export async function nextPress(signal: AbortSignal): Promise<Tabs.Tab | null> {
  const over = new AbortController();
  const pressed = new Promise<Tabs.Tab | null>((resolve) => {
    listen(browser.action.onClicked, resolve, over.signal);
    signal.addEventListener('abort', () => resolve(null), { signal: over.signal });
    addEventListener('pagehide', () => void openPopupOnPress(), { signal: over.signal });
  });
  await browser.action.setPopup({ popup: '' });
  const tab = signal.aborted ? null : await pressed;
  over.abort();
  await openPopupOnPress();
  return tab;
}
