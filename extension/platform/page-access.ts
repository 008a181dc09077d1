import { browser } from './browser.ts';

const everyPage = { origins: ['http://*/*', 'https://*/*'] };

export async function hasPageAccess(): Promise<boolean> {
  return browser.permissions.contains(everyPage);
}

/** Must be called from a click, in a window: the prompt would close a toolbar popup. */
export async function askPageAccess(): Promise<boolean> {
  return browser.permissions.request(everyPage);
}

/** Gives the access back. What the browser or a policy has given for good stays. */
export async function returnPageAccess(): Promise<void> {
  await browser.permissions.remove(everyPage).catch(() => undefined);
}
