import type { Page } from 'puppeteer';
import type { TestRelay } from '../test/support/relay.ts';
import { allow } from '../test/support/story/customer.ts';
import { signInDirectly } from '../test/support/story/host.ts';
import { chooseInMirror, clickInMirror, inMirror, mirrorShows, wheelInMirror } from '../test/support/story/mirror.ts';
import { press, seesText } from '../test/support/story/press.ts';
import type { TestBrowser } from '../test/support/test-browser.ts';
import { waitFor } from '../test/support/wait-for.ts';
import type { Camera } from './camera.ts';

export interface Cast {
  host: TestBrowser;
  customer: TestBrowser;
  relay: TestRelay;
  camera: Camera;
  /** Between two key presses. */
  keyMs: number;
}

const address = {
  name: 'Jana Nová',
  email: 'jana@example.com',
  street: 'Long Street 12',
  postcode: '602 00',
  city: 'Brno',
};

/** One session from the first click to the end, on the sample shop. */
export async function playStory({ host, customer, relay, camera, keyMs }: Cast): Promise<void> {
  const { step, take } = camera;
  await signInDirectly(host, relay.url, await relay.addHost({ name: 'Anna Host' }));

  step('The customer is in the shop and needs help');
  const shop = await customer.open(`${relay.url}/shop/`);
  await take(shop, 'customer', 'shop');

  step('The host presses Start session in the toolbar popup');
  const popup = await host.openPopup(await host.open(`${relay.url}/`));
  await seesText(popup, 'Start session');
  await take(popup, 'host', 'popup');
  await press(popup, 'Start session');

  step('The console opens with a number to read out');
  const console = await host.extensionPage('console');
  const number = await waitFor('the session number', () =>
    console.evaluate(() => document.querySelector<HTMLElement>('[data-session-number]')?.dataset['sessionNumber']),
  );
  await take(console, 'host', 'number');

  step('The customer types the number at the site of the relay');
  const joinPage = await customer.open(relay.url);
  await typeInto(joinPage, { number, name: 'Jana Nová' }, keyMs);
  await take(joinPage, 'customer', 'join');
  await press(joinPage, 'Join');
  const assist = await customer.extensionPage('assist');
  await seesText(assist, 'Waiting to be let in');
  await take(assist, 'customer', 'lobby');
  await take(joinPage, 'customer', 'joined');

  step('The host sees who knocks');
  await seesText(console, 'Jana Nová wants to join');
  await take(console, 'host', 'knock');

  step('The host presses Admit: nothing is shown yet');
  await press(console, 'Admit');
  await seesText(assist, 'Anna Host is helping you');
  await waitFor('the safety words', () => console.$('.safety-words'));
  await take(console, 'host', 'admitted');
  await take(assist, 'customer', 'admitted');

  step('The host presses Request view: the customer is asked');
  await press(console, 'Request view');
  await seesText(assist, 'Let Anna Host see this page?');
  await take(assist, 'customer', 'asked-view');
  await take(console, 'host', 'asking-view');

  step('The customer presses Allow: the page appears at the host');
  await allow(assist, 'Plants');
  await mirrorShows(console, 'Monstera');
  await take(console, 'host', 'mirror');
  await take(shop, 'customer', 'shown-page');
  await take(assist, 'customer', 'shown');

  step('The customer scrolls: so does the mirror');
  await shop.mouse.wheel({ deltaY: 240 });
  await waitFor('the scrolled mirror', () => inMirror(console, (mirror) => (mirror.defaultView?.scrollY ?? 0) > 100));
  await take(shop, 'customer', 'scrolled');
  await take(console, 'host', 'scrolled');

  step('The host presses Request control: the customer is asked again');
  await press(console, 'Request control');
  await seesText(assist, 'Let Anna Host control this page?');
  await take(console, 'host', 'asking-control');
  await take(assist, 'customer', 'asked-control');

  step('The customer presses Allow: the host is in control');
  await press(assist, 'Allow');
  await seesText(console, 'You are in control');
  await take(console, 'host', 'control');
  await take(shop, 'customer', 'controlled-page');
  await take(assist, 'customer', 'controlled');

  step('The host scrolls and puts a plant into the cart');
  await wheelInMirror(console, '[data-add="monstera"]', -600);
  await waitFor('the page at its top', () => shop.evaluate(() => scrollY === 0));
  await clickInMirror(console, '[data-add="monstera"]');
  await mirrorShows(console, 'Cart (1)');
  await take(console, 'host', 'plant-added');
  await take(shop, 'customer', 'plant-added');

  step('The host goes to the cart and to the checkout');
  await clickInMirror(console, '#cart-link');
  await mirrorShows(console, 'Your cart');
  await take(console, 'host', 'cart');
  await clickInMirror(console, '#to-checkout');
  await mirrorShows(console, 'Two steps: where to, and how you pay.');
  await take(shop, 'customer', 'checkout');

  step('The host types the address: the customer reads it, the mirror hides it');
  for (const [field, text] of Object.entries(address)) {
    await clickInMirror(console, `#${field}`);
    await console.keyboard.type(text, { delay: keyMs });
    await waitFor(`${text} in the page`, () => isValue(shop, field, text));
  }
  await take(console, 'host', 'typed');
  await take(shop, 'customer', 'typed');

  step('The host picks the country from the list');
  await clickInMirror(console, '#country');
  await take(console, 'host', 'list');
  await console.keyboard.press('Escape');
  await chooseInMirror(console, '#country', 'Czechia');
  await waitFor('the country in the page', () => isValue(shop, 'country', 'CZ'));
  await take(console, 'host', 'picked');
  await take(shop, 'customer', 'picked');

  step('The host sends the order');
  await wheelInMirror(console, '#country', 600);
  await waitFor('the button in view', () => shop.evaluate(() => scrollY > 0));
  await clickInMirror(console, '#order');
  await mirrorShows(console, 'Thank you');
  await take(console, 'host', 'ordered');
  await take(shop, 'customer', 'ordered');

  step('The host releases control and goes on watching');
  await press(console, 'Release control');
  await seesText(console, 'View only');
  await take(console, 'host', 'released');
  await take(assist, 'customer', 'released');

  step('The customer presses Stop showing: the picture is gone');
  await press(assist, 'Stop showing');
  await seesText(console, 'Jana Nová stopped showing the page');
  await take(console, 'host', 'stopped');
  await take(assist, 'customer', 'stopped');
  await take(shop, 'customer', 'stopped-page');

  step('The host ends the session');
  await press(console, 'Session');
  await press(console, 'End session');
  await console.waitForSelector('dialog[open]');
  await take(console, 'host', 'ending');
  await press(console, 'End session');
  await seesText(assist, 'The session is over');
  await seesText(console, 'The session is over');
  await take(console, 'host', 'over');
  await take(assist, 'customer', 'over');
}

const isValue = (page: Page, id: string, value: string) =>
  page.evaluate(
    (field, wanted) => document.querySelector<HTMLInputElement | HTMLSelectElement>(`#${field}`)?.value === wanted,
    id,
    value,
  );

async function typeInto(page: Page, fields: Record<string, string>, delay: number): Promise<void> {
  for (const [name, text] of Object.entries(fields)) {
    const field = await page.waitForSelector(`input[name="${name}"]`);
    await field?.type(text, { delay });
  }
}
