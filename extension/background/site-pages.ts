import { browser } from '../platform/browser.ts';

const file = 'content/site.js';

/**
 * A build for one site announces itself on that site's own pages by its manifest, but only on later ones. Here on
 * those that are open, so that a customer who has just installed it goes on without a reload.
 */
export async function announceInOpenPages(): Promise<void> {
  if (!__PUBLIC_URL__) return;
  const { protocol, hostname } = new URL(__PUBLIC_URL__);
  for (const tab of await browser.tabs.query({ url: `${protocol}//${hostname}/*` })) {
    if (tab.id !== undefined) await announceIn(tab.id);
  }
}

/** Announces the extension in one tab; also the way of the generic build, after a click on its icon. */
export async function announceIn(tabId: number): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId }, files: [`/${file}`] }).catch(() => undefined);
}
