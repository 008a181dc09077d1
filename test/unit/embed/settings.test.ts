import { expect, test } from 'vitest';
import { helpAddress, readAnswers, readSettings } from '../../../server/pages/embed/settings.ts';
import { wordsFor } from '../../../server/pages/embed/words.ts';

const src = 'https://help.example/embed.js';
const page = { title: 'Basket & more', url: 'https://shop.example/basket' };

test('the relay is where the script is from, whatever the page says', () => {
  const settings = readSettings({ src, dataset: { relay: 'https://evil.example', queue: 'sales' } });
  expect(settings).toEqual({
    relay: 'https://help.example',
    queue: 'sales',
    text: null,
    closedText: null,
    element: null,
  });
});

test('without a queue the customer is asked for a number, and nothing is given along', () => {
  expect(helpAddress(readSettings({ src, dataset: {} }), [['name', 'Jan']], page)).toBe('https://help.example/?embed');
});

test('what the page gives along is in the fragment, which reaches no server', () => {
  const attributes = [
    ['src', src],
    ['data-queue', 'sales'],
    ['data-text', 'Ask'],
    ['data-closed-text', 'Not now'],
    ['data-name', 'Jan'],
    ['data-order-id', '17 & 18'],
    ['data-Bad', 'x'],
  ].map(([name, value]) => ({ name, value }));
  const answers = readAnswers({ attributes: attributes as unknown as NamedNodeMap });
  expect(answers).toEqual([
    ['name', 'Jan'],
    ['order-id', '17 & 18'],
  ]);
  const url = new URL(helpAddress(readSettings({ src, dataset: { queue: 'sales' } }), answers, page));
  expect(url.origin + url.pathname + url.search).toBe('https://help.example/help/sales?embed');
  expect(Object.fromEntries(new URLSearchParams(url.hash.slice(1)))).toEqual({
    name: 'Jan',
    'order-id': '17 & 18',
    page: page.url,
    title: page.title,
  });
});

test('a queue leads to no other place of the relay', () => {
  const url = helpAddress(readSettings({ src, dataset: { queue: '../admin/privacy?x#' } }), [], page);
  expect(new URL(url).pathname).toBe('/help/..%2Fadmin%2Fprivacy%3Fx%23');
});

test.each([
  ['cs', 'en-GB', 'Získat pomoc'],
  ['', 'cs-CZ', 'Získat pomoc'],
  ['en', 'cs', 'Get help'],
  ['de', 'cs', 'Get help'],
])('a page in "%s" in a browser in "%s" has the button "%s"', (language, own, text) => {
  expect(wordsFor(language, own).open).toBe(text);
});
