import type { Page } from 'puppeteer';
import { press, seesText } from '../../test/support/story/press.ts';
import { waitFor } from '../../test/support/wait-for.ts';
import { names, type Stage } from './stage.ts';

/** From the popup's button to the console with its number. */
export async function openConsole({ host, relay, text }: Stage): Promise<{ console: Page; number: string }> {
  const popup = await host.openPopup(await host.open(`${relay.url}/downloads`));
  await press(popup, text('popup.start'));
  const console = await host.extensionPage('console');
  const number = await waitFor('the session number', () =>
    console.evaluate(() => document.querySelector<HTMLElement>('[data-session-number]')?.dataset['sessionNumber']),
  );
  return { console, number };
}

/** On the join page, up to the lobby. */
export async function joinAs(stage: Stage, number: string, name: string): Promise<{ assist: Page; shop: Page }> {
  const { customer, relay, text } = stage;
  const shop = await customer.open(`${relay.url}/shop/`);
  const page = await customer.open(relay.url);
  await (await page.waitForSelector('input[name="number"]'))?.type(number);
  await (await page.waitForSelector('input[name="name"]'))?.type(name);
  await press(page, text('join.submit'));
  const assist = await customer.extensionPage('assist');
  await seesText(assist, text('lobby.title'));
  return { assist, shop };
}

/** A host who has signed in helps a customer who was admitted. */
export async function beginHelp(stage: Stage, name: string = names.customer): Promise<{ console: Page; assist: Page }> {
  const { anna, text, signIn } = stage;
  await signIn();
  const { console, number } = await openConsole(stage);
  const { assist } = await joinAs(stage, number, name);
  await press(console, text('console.admit'));
  await seesText(assist, text('assist.helping', { host: anna.name }));
  return { console, assist };
}
