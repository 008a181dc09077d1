import { signal } from '@preact/signals';
import { browser } from './browser.ts';
import { store } from './store.ts';

const everyPage = { origins: ['http://*/*', 'https://*/*'] };

/** The browser's question is open. */
export const isAskingPageAccess = signal(false);

export async function hasPageAccess(): Promise<boolean> {
  return browser.permissions.contains(everyPage);
}

/** Must be called from a click, in a window: the prompt would close a toolbar popup. */
export async function askPageAccess(): Promise<boolean> {
  isAskingPageAccess.value = true;
  try {
    return await browser.permissions.request(everyPage);
  } finally {
    isAskingPageAccess.value = false;
  }
}

/** Gives the access back where no session needs it any more. What the browser or a policy has given for good stays. */
export async function returnPageAccess(): Promise<void> {
  const isHelped = (await store.helped.get()) !== null;
  const isShowing = Object.keys((await store.hostShows.get()) ?? {}).length > 0;
  if (isHelped || isShowing) return;
  await browser.permissions.remove(everyPage).catch(() => undefined);
}
