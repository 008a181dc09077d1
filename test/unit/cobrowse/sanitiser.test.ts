import { expect, test } from 'vitest';
import { safeAttribute } from '../../../shared/browser/cobrowse/sanitise/safe-attribute.ts';
import {
  isAttributeName,
  isClobbering,
  isCustomName,
  isTagName,
} from '../../../shared/browser/cobrowse/sanitise/safe-name.ts';
import { safeUrl } from '../../../shared/browser/cobrowse/sanitise/safe-url.ts';
import { createSanitiser } from '../../../shared/browser/cobrowse/sanitise/sanitiser.ts';

test.each([
  ['data:image/png;base64,AA==', true],
  ['data:font/woff2;base64,AA==', true],
  ['#icon', true],
  ['data:text/html,<script>', false],
  ['http://x/', false],
  ['//x/', false],
  ['/x', false],
  ['javascript:1', false],
  [' java\nscript:1', false],
  ['blob:http://x/1', false],
])('the address %s is safe: %s', (url, safe) => {
  expect(safeUrl(url) !== null).toBe(safe);
});

test.each([
  ['img', 'onerror', 'x', undefined],
  ['img', 'ONLOAD', 'x', undefined],
  ['img', 'src', 'http://x/', null],
  ['img', 'src', 'data:image/png,A', 'data:image/png,A'],
  ['iframe', 'src', 'data:image/png,A', undefined],
  ['iframe', 'srcdoc', 'x', undefined],
  ['a', 'href', 'http://x/', '#'],
  ['use', 'href', '#icon', '#icon'],
  ['form', 'action', '/x', undefined],
  ['input', 'autofocus', true, undefined],
  ['animate', 'to', 'javascript:1', undefined],
  ['set', 'attributeName', 'href', undefined],
  ['form', 'name', 'implementation', 'beside-implementation'],
  ['input', 'id', 'childNodes', 'beside-childNodes'],
  ['input', 'id', 'email', 'email'],
  ['rect', 'fill', 'url(#g)', 'url("#g")'],
  ['div', 'data-x', '1', '1'],
  ['div', '_cssText', 'a{}', undefined],
  ['video', 'rr_mediaState', 'played', undefined],
  ['dialog', 'data-beside-dialog', 'modal', 'modal'],
  ['dialog', 'data-beside-dialog', 'x', undefined],
  ['div', 'a"b', '1', undefined],
  ['app-root', 'theme', 'dark mode', 'dark mode'],
  ['html', 'dark', '', ''],
  ['div', 'somethingnew', 'http://x/', undefined],
  ['div', 'popover', 'auto', 'manual'],
  ['input', 'pattern', '(a+)+b', undefined],
  ['div', 'data-beside-focus', '1', '1'],
  ['div', 'data-beside-popover', 'open', 'open'],
  ['div', 'data-beside-media', 'exploding', undefined],
  ['img', 'data-beside-broken', 'words', 'words'],
  ['img', 'data-beside-broken', 'glass', undefined],
  ['img', 'data-beside-asset-src', '7', undefined],
  ['animate', 'attributeName', 'opacity', 'opacity'],
  ['div', 'filter', 'url(data:image/svg+xml,x#f)', 'url("#")'],
])('<%s %s=%s> becomes %s', (tag, name, value, expected) => {
  expect(safeAttribute(tag, name, value)[name]).toBe(expected);
});

const none = { href: null, 'data-beside-asset-href': null, 'data-beside-asset-part': null };
test.each([
  ['img', 'src', { src: null, 'data-beside-asset-src': '12' }],
  ['video', 'poster', { poster: null, 'data-beside-asset-poster': '12' }],
  ['image', 'xlink:href', { 'xlink:href': null, 'data-beside-asset-href': '12' }],
  ['iframe', 'src', {}],
  ['a', 'href', { href: '#' }],
])('an asset of <%s %s> stays a number that asks for nothing', (tag, name, expected) => {
  expect(safeAttribute(tag, name, 'asset:12')).toEqual(expected);
  if (name !== 'href' || tag !== 'a') expect(safeAttribute(tag, name, 'asset:12345678')[name] ?? null).toBe(null);
});

test.each([
  ['asset:12#leaf', { href: null, 'data-beside-asset-href': '12', 'data-beside-asset-part': 'leaf' }],
  ['#leaf', { href: '#leaf', 'data-beside-asset-href': null, 'data-beside-asset-part': null }],
  ['asset:12', none],
  ['asset:12#a b"', none],
  ['asset:12x#leaf', none],
  ['http://e.example/x.svg#leaf', none],
  ['data:image/svg+xml,x#leaf', none],
  [null, none],
])('<use href=%s> shows a part of an asset or of the page, and asks for nothing', (value, expected) => {
  expect(safeAttribute('use', 'href', value)).toEqual(expected);
});

test('names are names', () => {
  expect(['div', 'h1', 'font-face', 'foreignObject', 'my-app.x'].every(isTagName)).toBe(true);
  expect(['', 'x y', '<a', '1a', 'a>', 'a\0', 'á'].some(isTagName)).toBe(false);
  expect(isCustomName('my-app')).toBe(true);
  expect(['font-face', 'My-app', 'app', 'annotation-xml'].some(isCustomName)).toBe(false);
  expect(isAttributeName('xlink:href')).toBe(true);
  expect(isAttributeName('a b')).toBe(false);
  expect(isClobbering('implementation')).toBe(true);
  expect(isClobbering('email')).toBe(false);
});

test('kinds of events that the player does not need are dropped', () => {
  const sanitiser = createSanitiser();
  for (const type of [0, 1, 5, 6, 7, 8, 99])
    expect([...sanitiser.sanitise({ type, timestamp: 1, data: {} })]).toEqual([]);
  for (const source of [1, 2, 6, 7, 9, 10, 11, 12, 16, 99]) {
    expect([...sanitiser.sanitise({ type: 3, timestamp: 1, data: { source, id: 1 } })]).toEqual([]);
  }
});

test('a page that claims to be 50 million pixels wide is not', () => {
  const [piece] = createSanitiser().sanitise({ type: 4, timestamp: 1, data: { width: 5e7, height: -3, href: 'x' } });
  expect(piece?.event).toMatchObject({ data: { width: 16_384, height: 1, href: 'about:blank' } });
});

test.each([
  ['https://shop.example/cart', 'https://shop.example/cart'],
  ['/cart.pdf', '/cart.pdf'],
  ['javascript:top.pwned=1', undefined],
  [' java\nscript:1', undefined],
  ['data:text/html,x', undefined],
])('a link to %s leads nowhere, and sheets may ask for %s', (address, told) => {
  expect(safeAttribute('a', 'href', address)).toEqual({ href: '#', ...(told && { 'data-beside-link': told }) });
  expect(safeAttribute('div', 'data-beside-link', address)).toEqual({});
});
