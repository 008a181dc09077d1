import * as v from 'valibot';
import { expect, test } from 'vitest';
import { admitPage } from '../../../shared/protocol/page-admission.ts';
import { defaultPrivacyPolicy, privacyPolicySchema } from '../../../shared/protocol/privacy-policy.ts';
import { matchesUrlGlob } from '../../../shared/protocol/url-glob.ts';

const accepts = (value: unknown) => v.safeParse(privacyPolicySchema, value).success;

test('the policy of a site that has decided nothing is one, at the level assist', () => {
  expect(accepts(defaultPrivacyPolicy)).toBe(true);
  expect(defaultPrivacyPolicy.level).toBe('assist');
});

test.each([
  ['a level that does not exist', { level: 'none' }],
  ['a switch for passwords', { showPasswords: true }],
  ['a rule that unmasks what must never be seen', { rules: [{ selector: 'input', do: 'show-always' }] }],
  ['a rule with more than a rule has', { rules: [{ selector: 'input', do: 'show', never: false }] }],
  ['an empty selector', { shown: [''] }],
  ['201 rules', { rules: Array.from({ length: 201 }, () => ({ selector: 'p', do: 'mask' })) }],
  ['an origin with a path', { allowedOrigins: ['https://shop.example/path'] }],
  ['a limit of nothing', { limits: { textChars: 0, attributeChars: 1, cssChars: 1 } }],
])('%s makes no policy', (_what, part) => {
  expect(accepts({ ...defaultPrivacyPolicy, ...part })).toBe(false);
});

test.each([
  ['https://shop.example/account/*', 'https://shop.example/account/orders?id=1', true],
  ['https://shop.example/account/*', 'https://shop.example/accounts', false],
  ['shop.example/pay', 'http://shop.example/pay#top', true],
  ['*.example/*', 'https://a.b.example/x', true],
  ['SHOP.example/Pay', 'https://shop.EXAMPLE/Pay', true],
  ['shop.example/Pay', 'https://shop.example/pay', false],
  ['*?step=pay*', 'https://shop.example/x?step=pay&y', true],
  ['https://a.example/*b*c', 'https://a.example/xbybzc', true],
  ['https://a.example/ab*ba', 'https://a.example/aba', false],
  ['*', 'https://a.example/', true],
  ['*', 'about:blank', true],
])('the pattern %s and the address %s match: %s', (glob, url, expected) => {
  expect(matchesUrlGlob(glob, url)).toBe(expected);
});

test('a pattern of 500 stars is answered for an address of a million characters', () => {
  expect(matchesUrlGlob('*a'.repeat(250), `https://x/${'a'.repeat(1_000_000)}b`)).toBe(false);
});

test.each([
  [{ pausePages: ['*/pay'] }, 'https://shop.example/pay?x', 'paused'],
  [{ blockedOrigins: ['https://bank.example'] }, 'https://bank.example/', 'not-allowed'],
  [{ blockedOrigins: ['https://bank.example'] }, 'https://BANK.example:443/', 'not-allowed'],
  [{ allowedOrigins: ['https://shop.example'] }, 'https://other.example/', 'not-allowed'],
  [{ allowedOrigins: ['https://shop.example'] }, 'https://shop.example.evil/', 'not-allowed'],
  [{ allowedOrigins: ['https://shop.example'] }, 'https://user@shop.example/x', 'admitted'],
  [{}, 'https://anywhere.example/', 'admitted'],
])('with %j the page %s is %s', (part, url, expected) => {
  expect(admitPage({ ...defaultPrivacyPolicy, ...part }, url)).toBe(expected);
});
