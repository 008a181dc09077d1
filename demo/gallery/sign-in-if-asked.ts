import type { Page } from 'puppeteer';
import type { TestHost } from '../../test/support/make-host.ts';
import { typeSignIn } from '../../test/support/story/sign-in.ts';

/** On a page for hosts: in, whether the browser knows them already or not. `submit`: the button's text. */
export async function signInIfAsked(page: Page, { email, password }: TestHost, submit: string): Promise<void> {
  await page.waitForSelector('h1, input[name="email"]');
  if (await page.$('input[name="email"]')) await typeSignIn(page, email, password, submit);
  await page.waitForFunction(() => !document.querySelector('input[name="email"]') && document.querySelector('h1'));
}
