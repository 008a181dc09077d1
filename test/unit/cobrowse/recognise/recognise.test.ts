import fc from 'fast-check';
import { expect, test } from 'vitest';
import { passesLuhn } from '../../../../shared/browser/cobrowse/filter/recognise/card-number.ts';
import { findPrivate } from '../../../../shared/browser/cobrowse/filter/recognise/find-private.ts';
import { isIban } from '../../../../shared/browser/cobrowse/filter/recognise/iban.ts';
import { isPrivateValue } from '../../../../shared/browser/cobrowse/filter/recognise/private-value.ts';
import { hideSpans } from '../../../../shared/browser/cobrowse/filter/recognise/span.ts';

const hidden = (text: string, contacts = true) => hideSpans(text, findPrivate(text, { contacts }));

test.each([
  ['Card 4111 1111 1111 1111 valid 03/27', 'Card [card] valid 03/27'],
  ['4111111111111111', '[card]'],
  ['5500-0000-0000-0004', '[card]'],
  ['3782 822463 10005', '[card]'],
  ['12 4111\u00a01111\u00a01111\u00a01111 99', '12 [card] 99'],
  ['2223003122003222', '[card]'],
  ['6011111111111117.', '[card].'],
  ['CZ65 0800 0000 1920 0014 5399 is mine', '[iban] is mine'],
  ['iban DE89370400440532013000', 'iban [iban]'],
  ['gb33bukb20201555555555', '[iban]'],
  ['SSN 078-05-1120.', 'SSN [ssn].'],
  ['rč. 736028/5163', 'rč. [birth number]'],
  ['7801233540', '[birth number]'],
  ['546028/123', '546028/123'],
  ['530628/123', '[birth number]'],
  ['write to jana.novakova+shop@post.example.cz, please', 'write to [mail], please'],
  ['Jana <jana@example.com>', 'Jana <[mail]>'],
  ['+420 777 123 456', '[phone]'],
  ['tel. 601 123 456', 'tel. [phone]'],
  ['777 123 456', '[phone]'],
  ['(212) 555-0142', '[phone]'],
  ['030 1234567', '[phone]'],
  ['0049 30 1234567', '[phone]'],
  ['Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl', 'Bearer [key]'],
  ['sk_live_4eC39HqLyjWDarjtT1zdp7dc', '[key]'],
  ['ghp_16C7e42F292c6912E7710c838347Ae178B4a', '[key]'],
  ['AKIAIOSFODNN7EXAMPLE', '[key]'],
  ['d41d8cd98f00b204e9800998ecf8427e', '[key]'],
  [String.raw`C:\Users\jana\tax.pdf`, '[path]'],
  ['a file:///Users/jana/a.pdf', 'a [path]'],
  ['using "file:///". Here', 'using "file:///". Here'],
  ['in /home/jana/letters/bank.odt', 'in [path]'],
])('%s is shown as %s', (text, expected) => {
  expect(hidden(text)).toBe(expected);
});

test.each([
  'Total 1 234 567 Kč for 12 pieces',
  'Order 20240115 of 15. 1. 2024',
  '2024-01-15 10:30:00',
  'Inhabitants: 10 897 000',
  'v1.2.3-beta.45',
  '4111 1111 1111 1112',
  'Route 66, room 1204, 3rd floor',
  '(c) 1999-2024 Example, 12345 customers',
  'rgba(10, 20, 30, 0.5) 1024 x 768',
  'user@localhost and @mention',
  'CZ65 0800 0000 1920 0014 5398',
  'https://shop.example/articles/a-long-way-home',
  '1700000000000',
  '987 654 321 Kč',
  '127.0.0.1:8080 and 192.168.100.200',
  'ISBN 978-80-7185-123-4',
  '',
])('%s stays as it is', (text) => {
  expect(hidden(text)).toBe(text);
});

test('the open level shows mail addresses and phone numbers, and no card', () => {
  expect(hidden('a@b.example +420 777 123 456 4111111111111111', false)).toBe('a@b.example +420 777 123 456 [card]');
});

test.each([
  ['4111 1111 1111 1111', true],
  ['CZ6508000000192000145399', true],
  ['078-05-1120', true],
  ['780123/3540', true],
  ['eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln', true],
  ['Prague 5', false],
  ['2024-01-15', false],
  ['', false],
])('a field with the value %s is private by itself: %s', (value, expected) => {
  expect(isPrivateValue(value)).toBe(expected);
});

test('every number with a right check digit is hidden, wherever it stands', () => {
  const card = fc
    .tuple(fc.constantFrom('4', '51', '55', '6011', '37', '2221'), fc.stringMatching(/^\d{15}$/))
    .map(([issuer, digits]) => (issuer + digits).slice(0, 15))
    .map((digits) => digits + '0123456789'.split('').find((check) => passesLuhn(digits + check)));
  const around = fc.constantFrom('', ' ', 'Card: ', ', 12 ', '\n', '. ');
  fc.assert(
    fc.property(card, around, around, fc.constantFrom('', ' ', '-'), (digits, before, after, by) => {
      const written = digits.match(/\d{4}/g)?.join(by) ?? '';
      expect(hidden(before + written + after)).not.toContain(written.slice(4, 12));
    }),
  );
});

test('an IBAN with two digits changed places is none', () => {
  expect(isIban('CZ6508000000192000145399')).toBe(true);
  expect(isIban('CZ6508000000192000145939')).toBe(false);
});

const million = 1_000_000;
test.each([
  ['digits', '4'.repeat(million)],
  ['digits one by one', '4 '.repeat(million / 2)],
  ['digits in fours', '4111 '.repeat(million / 5)],
  ['letters', 'a'.repeat(million)],
  ['at signs', 'a@'.repeat(million / 2)],
  ['mail addresses without an end', 'a.'.repeat(million / 2)],
  ['64 letters and an at sign', `${'a'.repeat(64)}@`.repeat(million / 65)],
  ['beginnings of a JWT', 'eyJ'.repeat(million / 3)],
  ['beginnings of an IBAN', 'CZ65 '.repeat(million / 5)],
  ['halves of a birth number', '780123/'.repeat(million / 7)],
  ['halves of an SSN', '078-05-'.repeat(million / 7)],
  ['phone numbers', '+420 777 123 456 '.repeat(million / 17)],
  ['paths', 'C:\\'.repeat(million / 3)],
  ['homes', '/home/'.repeat(million / 6)],
  ['dots and dashes', '1.-'.repeat(million / 3)],
])('a million characters of %s are looked through', { timeout: 60_000 }, (_what, text) => {
  expect(typeof hidden(text)).toBe('string');
});
