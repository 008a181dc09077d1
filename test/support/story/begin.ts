import type { Page } from 'puppeteer';
import type { TestHost } from '../make-host.ts';
import type { TestRelay } from '../relay.ts';
import type { TestBrowser } from '../test-browser.ts';
import { allow, joinWithExtension } from './customer.ts';
import { signInDirectly, startSession } from './host.ts';
import { mirrorShows } from './mirror.ts';
import { press, seesText } from './press.ts';

export interface Story {
  host: TestBrowser;
  customer: TestBrowser;
  console: Page;
  assist: Page;
  /** The customer's page. */
  page: Page;
}

export interface Begun extends Story {
  /** Anna, at the relay. */
  account: TestHost;
}

export interface Cast {
  relay: TestRelay;
  host: TestBrowser;
  customer: TestBrowser;
  /** Address of the customer's page. */
  at: string;
}

/** Anna, a host, and Jan, a customer, whom she has let in; nothing is shown yet. */
export async function begin({ relay, host, customer, at }: Cast): Promise<Begun> {
  const account = await relay.addHost({ name: 'Anna Host' });
  await signInDirectly(host, relay.url, account);
  const { console, number } = await startSession(host, await host.open(relay.url));
  const page = await customer.open(at);
  const assist = await joinWithExtension(customer, relay.url, number, 'Jan Novák');
  await press(console, 'Admit');
  await seesText(assist, 'Anna Host is helping you');
  return { host, customer, console, assist, page, account };
}

/** Anna asks to see the page and Jan allows it. */
export async function show({ console, assist }: Story, title: string, sees: string): Promise<void> {
  await press(console, 'Request view');
  await allow(assist, title);
  await mirrorShows(console, sees);
}

/** Anna asks to control the page and Jan allows it. */
export async function giveControl({ console, assist }: Story): Promise<void> {
  await press(console, 'Request control');
  await seesText(assist, 'Let Anna Host control this page?');
  await press(assist, 'Allow');
  await seesText(console, 'You are in control');
}

/** Leaves the session on both sides; the browsers stay for the next one. */
export async function leave({ host, customer, assist, console, page }: Story): Promise<void> {
  for (const one of [assist, console, page]) if (!one.isClosed()) await one.close().catch(() => undefined);
  for (const browser of [host, customer]) {
    const [first, ...others] = await browser.browser.pages();
    for (const one of others) await one.close().catch(() => undefined);
    await first?.bringToFront();
  }
}
