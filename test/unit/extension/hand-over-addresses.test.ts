import { expect, test } from 'vitest';
import { mailtoAddress, smsAddress, whatsAppAddress } from '../../../extension/console/invite/hand-over-addresses.ts';
import { customerLetter, customerMessage } from '../../../shared/mail/customer-letter.ts';
import { plainText } from '../../../shared/mail/letter.ts';

const link = `https://help.acme.example/join#${'c'.repeat(43)}`;
const invitation = { site: 'Acme & Söhne', host: 'Anna?Host=#1', name: '', link };

test('a mail program gets the letter whole, to one recipient', () => {
  const letter = customerLetter('cs', invitation);
  const url = new URL(mailtoAddress('jan@example.org', letter));
  expect([url.protocol, url.pathname, url.hash]).toEqual(['mailto:', 'jan@example.org', '']);
  expect(url.searchParams.get('subject')).toBe(letter.subject);
  expect(url.searchParams.get('body')?.replaceAll('\r\n', '\n')).toBe(plainText(letter));
});

test('what is typed as the recipient adds no field to the mail', () => {
  const url = new URL(mailtoAddress('jan@example.org?bcc=eva@example.org', customerLetter('en', invitation)));
  expect(url.searchParams.get('bcc')).toBeNull();
});

test.each([whatsAppAddress, smsAddress])('a messenger gets text and link whole (%o)', (addressOf) => {
  const text = customerMessage('en', invitation);
  const [, query = ''] = addressOf(text).split('?');
  expect([...new URLSearchParams(query).values()]).toEqual([text]);
});
