import type { Page } from 'puppeteer';
import { press } from './press.ts';

/** Types into the relay's sign-in form and sends it. */
export async function typeSignIn(page: Page, email: string, password: string, submit = 'Sign in'): Promise<void> {
  for (const [name, text] of Object.entries({ email, password })) {
    const field = await page.waitForSelector(`input[name="${name}"]`);
    await field?.click({ count: 3 });
    await field?.type(text);
  }
  await press(page, submit);
}
