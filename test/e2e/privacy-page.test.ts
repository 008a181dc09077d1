import type { Page } from 'puppeteer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { lane } from '../support/lane.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import { startRelay, type TestRelay } from '../support/relay.ts';
import { call } from '../support/relay-client.ts';
import { hasButton, press, seesText } from '../support/story/press.ts';
import { typeSignIn } from '../support/story/sign-in.ts';
import { kindsOf } from '../support/story/pairs.ts';
import { waitFor } from '../support/wait-for.ts';

let relay: TestRelay;
beforeAll(async () => {
  relay = await startRelay();
});
afterAll(() => relay.stop());

/** Text and values of what a host would see, as the playground shows it. */
const picture = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const doc = document.querySelector<HTMLIFrameElement>('.picture iframe')?.contentDocument;
    const values = [...(doc?.querySelectorAll('input') ?? [])].map(({ value }) => value);
    return `${doc?.body?.textContent ?? ''} ${values.join(' ')}`;
  });
const pictureShows = (page: Page, text: string) =>
  waitFor(`"${text}" in the picture`, async () => (await picture(page)).includes(text));
const pictureHides = (page: Page, text: string) =>
  waitFor(`no "${text}" in the picture`, async () => {
    const now = await picture(page);
    return now.trim() !== '' && !now.includes(text);
  });
async function fill(page: Page, selector: string, text: string): Promise<void> {
  const field = await page.waitForSelector(selector);
  await field?.evaluate((element) => (element as HTMLInputElement | HTMLTextAreaElement).select());
  await field?.type(text);
}

test.each(kindsOf('firefox'))('an admin tries rules on a page, saves them and takes them back, in %s', async (kind) => {
  const browser = await launchBrowser(kind, { display: lane().display });
  try {
    const host = await relay.addHost();
    const admin = await relay.addHost({ admin: true });
    const stored = async () =>
      JSON.stringify(await (await call(relay.url, 'GET', '/api/privacy-policy', { token: admin.bearer })).json());
    const first = await stored();
    const page = await browser.open(`${relay.url}/admin/privacy`);
    await typeSignIn(page, host.email, host.password);
    await seesText(page, 'Only an administrator');
    await press(page, 'Sign out');
    await typeSignIn(page, admin.email, admin.password);

    await pictureShows(page, 'Monstera');
    const sample = await picture(page);
    for (const secret of ['under the mat', '4111 1111', 'green-fingers', '123'])
      expect(sample, secret).not.toContain(secret);
    await press(page, 'Add a rule');
    expect(await hasButton(page, 'Save')).toBe(false);
    await fill(page, '.rules input', '#orders');
    await pictureHides(page, 'Monstera');
    expect(await stored()).toBe(first);
    await press(page, 'Save');
    await seesText(page, 'Saved.');
    expect(await stored()).toContain('#orders');

    await (await page.waitForSelector('input[value="strict"]'))?.click();
    await pictureHides(page, 'Greenhouse');
    await press(page, 'Discard changes');
    await pictureShows(page, 'Greenhouse');
    await press(page, 'Undo the last save');
    await pictureShows(page, 'Monstera');
    expect(await stored()).toBe(first);

    await page.evaluate(() => Object.assign(globalThis, { ran: false }));
    await fill(
      page,
      'textarea[name="html"]',
      '<h1>Pasted</h1><script>parent.ran = true; parent.document.title = "ran"</script><img src="x" onerror="parent.ran = true">',
    );
    await pictureShows(page, 'Pasted');
    expect(await page.evaluate(() => (globalThis as { ran?: boolean }).ran)).toBe(false);
    expect(await page.title()).toBe("Privacy of customers' pages");
    const pauses = await page.evaluateHandle(
      () => [...document.querySelectorAll('label')].find(({ textContent }) => textContent === 'Private pages')?.control,
    );
    await pauses.asElement()?.type('*/account/*');
    await seesText(page, 'This page is private. Nothing of it is sent.');
  } finally {
    await browser.close();
  }
});
