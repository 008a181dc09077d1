import { expect, test } from 'vitest';
import { isByKnownLink } from '../../../server/pages/help/asked-from.ts';

const known = ['https://shop.example'];
const came = (type: string) => [{ type } as PerformanceNavigationTiming];

test.each([
  ['a link of a page that the queue knows', 'https://shop.example/basket', 'navigate', true],
  ['a page of another site', 'https://shop.example.evil.example/', 'navigate', false],
  ['a page on another port', 'https://shop.example:8443/', 'navigate', false],
  ['a page that does not say where one comes from', '', 'navigate', false],
  ['a reload', 'https://shop.example/', 'reload', false],
  ['the way back', 'https://shop.example/', 'back_forward', false],
])('%s', (_, referrer, type, isKnown) => {
  expect(isByKnownLink(known, referrer, came(type))).toBe(isKnown);
});

test('a queue that names no pages knows none', () => {
  expect(isByKnownLink([], 'https://shop.example/', came('navigate'))).toBe(false);
});
