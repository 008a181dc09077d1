import { browser } from '../platform/browser.ts';

const scriptId = 'site';
const file = 'content/site.js';

/**
 * A build for one site announces itself on that site's own pages: on those that are open now
 * (so that a customer who just installed it goes on without a reload) and on later ones.
 */
export async function registerSitePages(): Promise<void> {
  if (!__PUBLIC_URL__) return;
  const { protocol, hostname } = new URL(__PUBLIC_URL__);
  const matches = [`${protocol}//${hostname}/*`];
  const registered = await browser.scripting.getRegisteredContentScripts({ ids: [scriptId] });
  if (registered.length === 0) {
    await browser.scripting.registerContentScripts([
      { id: scriptId, matches, js: [file], runAt: 'document_start', persistAcrossSessions: true },
    ]);
  }
  for (const tab of await browser.tabs.query({ url: matches })) {
    if (tab.id !== undefined) await announceIn(tab.id);
  }
}

/** Announces the extension in one tab; also the way of the generic build, after a click on its icon. */
export async function announceIn(tabId: number): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId }, files: [`/${file}`] }).catch(() => undefined);
}
