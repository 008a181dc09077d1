import type { Page } from 'puppeteer';
import type { TestHost } from '../make-host.ts';
import type { TestBrowser } from '../test-browser.ts';
import { waitFor } from '../wait-for.ts';
import { press } from './press.ts';

export interface HostDesk {
  console: Page;
  /** Nine digits. */
  number: string;
}

/** Puts a host's sign-in where the extension keeps it; the way through the sign-in page has a test of its own. */
export async function signInDirectly(browser: TestBrowser, relay: string, host: TestHost): Promise<void> {
  const signIn = JSON.stringify({ signIn: { relay, bearer: host.bearer, name: host.name } });
  await browser.inExtension(`(globalThis.browser ?? chrome).storage.session.set(${signIn})`);
}

/** Popup → Start session → the console with its number. */
export async function startSession(browser: TestBrowser, over: Page): Promise<HostDesk> {
  const popup = await browser.openPopup(over);
  await press(popup, 'Start session');
  const console = await browser.extensionPage('console');
  const number = await waitFor('the session number', () =>
    console.evaluate(() => document.querySelector<HTMLElement>('[data-session-number]')?.dataset['sessionNumber']),
  );
  return { console, number };
}
