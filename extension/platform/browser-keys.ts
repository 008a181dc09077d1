import { browser } from './browser.ts';

const names = ['_execute_action', 'stop-now', 'ask-help', 'accept-next'] as const;

export interface BrowserKey {
  name: (typeof names)[number];
  /** As the browser writes it; null: the person or another extension has taken it. */
  shortcut: string | null;
}

/** The extension's keys that work in every window, as they are set now. */
export async function browserKeys(): Promise<BrowserKey[]> {
  const all = await browser.commands.getAll();
  return names.map((name) => ({ name, shortcut: all.find((one) => one.name === name)?.shortcut || null }));
}

/** Where people change them. No page may link there. */
export async function openKeySettings(): Promise<void> {
  if (__BROWSER__ === 'chrome') await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
  else await browser.commands.openShortcutSettings();
}
