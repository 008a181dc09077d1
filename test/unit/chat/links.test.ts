import { expect, test } from 'vitest';
import { linkParts } from '../../../shared/browser/chat/link-parts.ts';

const links = (text: string) => linkParts(text).flatMap((part) => ('href' in part ? [part.href] : []));

test.each([
  ['See https://example.org/a.', ['https://example.org/a']],
  ['(http://example.org/a?b=c#d)', ['http://example.org/a?b=c#d']],
  ['https://example.org:8443/x, and https://other.example', ['https://example.org:8443/x', 'https://other.example']],
  ['HTTPS://EXAMPLE.org/x', ['HTTPS://EXAMPLE.org/x']],
])('[Z4] %s', (text, wanted) => {
  expect(links(text)).toEqual(wanted);
  expect(
    linkParts(text)
      .map((part) => part.text)
      .join(''),
  ).toBe(text);
});

test.each([
  'javascript:alert(1)',
  'https://bank.example@evil.example/',
  'https://p\u0430ypal.com/',
  'data:text/html,x',
  'ftp://example.org',
  'https://',
])('[Z4] %s is no link to elsewhere', (text) => {
  expect(links(text)).toEqual([]);
});
