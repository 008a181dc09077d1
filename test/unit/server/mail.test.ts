import { afterAll, beforeAll, expect, test } from 'vitest';
import * as v from 'valibot';
import { createMailer } from '../../../server/mail/mailer.ts';
import { mailSettings, mailVariables } from '../../../server/mail/mail-settings.ts';
import { toHtml } from '../../../server/mail/to-html.ts';
import { readEnvironment } from '../../../server/environment.ts';
import { customerLetter } from '../../../shared/mail/customer-letter.ts';
import { hostLetter } from '../../../shared/mail/host-letter.ts';
import { joinLink, readJoinFragment } from '../../../shared/mail/join-link.ts';
import { mailAddressSchema } from '../../../shared/mail/mail-address.ts';
import { type MailServer, startMailServer } from '../../support/mail-server.ts';

let server: MailServer;
beforeAll(async () => {
  server = await startMailServer();
});
afterAll(() => server.close());

const from = { name: 'Acme Help', address: 'help@acme.example' };
const code = 'c'.repeat(43);
const link = joinLink('https://help.acme.example', code, 'Jan Novák');
const invitation = { site: 'Žluťoučký & syn', host: 'Anna <Host>', name: 'Jan Novák', link };

test.each(['en', 'cs'] as const)(
  'a letter in %s arrives as plain text and as HTML that says the same',
  async (language) => {
    const letter = customerLetter(language, invitation);
    const to = `jan.${language}@example.org`;
    await createMailer({ url: server.url, from }).send(to, letter);
    const mail = await server.mailTo(to);
    expect(mail).toMatchObject({ from: 'help@acme.example', to: [to] });
    expect(mail.headers).toMatchObject({ 'auto-submitted': 'auto-generated', 'content-language': language });
    expect(mail.text.split('\n')).toContain(link);
    expect(mail.text).toContain('Anna <Host>');
    expect(mail.html).toContain(`<a href="${link}">${link}</a>`);
    expect(mail.html).toContain('Anna &lt;Host&gt;');
    expect(mail.html).toContain('Žluťoučký &amp; syn');
    expect(mail.html).not.toMatch(/<(script|img|link|style|iframe)/i);
  },
);

test('the link of a letter carries code and name in its fragment only', () => {
  const url = new URL(link);
  expect([url.pathname, url.search]).toEqual(['/join', '']);
  expect(readJoinFragment(url.hash)).toEqual({ code, name: 'Jan Novák' });
});

test.each([
  ['', null],
  ['#', null],
  [`#${'c'.repeat(42)}`, null],
  [`#${'c'.repeat(44)}`, null],
  [`#${code}`, { code, name: '' }],
  [`#${code}/%E0%A4%A`, { code, name: '' }],
  [`#${code}/${'x'.repeat(61)}`, { code, name: '' }],
  [`#${code}/a%0Ab`, { code, name: '' }],
  [`#${code}/a%2Fb`, { code, name: 'a/b' }],
])('the fragment %s says %o', (fragment, wanted) => {
  expect(readJoinFragment(fragment)).toEqual(wanted);
});

test.each([
  'jan@example.org, eva@example.org',
  'jan@example.org\r\nBcc: eva@example.org',
  'jan@example.org\nBcc: eva@example.org',
  'Jan <jan@example.org>',
  'jan@example.org>',
  '"jan" <x@y.cz>, z@y.cz',
  'jan;eva@example.org',
  'jan@example.org eva@example.org',
  'jan@\u0000example.org',
  'jan',
  `${'x'.repeat(250)}@example.org`,
])('%j is no address', (text) => {
  expect(v.is(mailAddressSchema, text)).toBe(false);
});

test.each(['jan@example.org\r\nBcc: eva@example.org', 'jan@example.org, eva@example.org'])(
  'what is no address does not become two recipients or a header either: %j',
  async (to) => {
    const before = server.mails.length;
    const letter = hostLetter('en', { site: 'Acme', by: 'Anna\r\nBcc: eva@example.org' });
    await createMailer({ url: server.url, from })
      .send(to, letter)
      .catch(() => {});
    for (const mail of server.mails.slice(before)) {
      expect(mail.to.length).toBe(1);
      expect(mail.headers['bcc']).toBeUndefined();
    }
    expect(server.mails.slice(before).flatMap((mail) => mail.to)).not.toContain('eva@example.org');
  },
);

test('a name with line ends makes no header', async () => {
  const letter = hostLetter('en', { site: 'Acme', by: 'Anna\r\nBcc: eva@example.org' });
  await createMailer({ url: server.url, from }).send('petr@example.org', letter);
  const mail = await server.mailTo('petr@example.org');
  expect([mail.to, mail.headers['bcc'], mail.headers['cc']]).toEqual([['petr@example.org'], undefined, undefined]);
});

test('HTML of a letter is escaped', () => {
  const html = toHtml({ language: 'en', subject: '<b>', paragraphs: [`"><script>'`, { link: 'https://a/"><i>' }] });
  expect(html).toContain('<title>&lt;b&gt;</title>');
  expect(html).toContain('&quot;&gt;&lt;script&gt;&#39;');
  expect(html).toContain('<a href="https://a/&quot;&gt;&lt;i&gt;">');
});

test.each([
  ['help@acme.example', { name: '', address: 'help@acme.example' }],
  ['Acme Help <help@acme.example>', from],
  ['"Acme Help" <help@acme.example>', from],
  ['Acme <help@acme.example>, <x@y.example>', null],
  ['Acme\n<help@acme.example>\nBcc: x', null],
  ['Acme', null],
])('BESIDE_MAIL_FROM=%s', (text, wanted) => {
  const read = v.safeParse(v.object(mailVariables), {
    BESIDE_MAIL_FROM: text,
    BESIDE_SMTP_URL: 'smtps://mail.example',
  });
  expect(read.success ? mailSettings(read.output)?.from : null).toEqual(wanted);
});

test('a mail server without a sender is refused by name, and a sender without a server', () => {
  const smtp = { BESIDE_SMTP_URL: 'smtp://user:pass@mail.example:587' };
  const sender = { BESIDE_MAIL_FROM: 'help@acme.example' };
  expect(readEnvironment(smtp)).toEqual({ ok: false, variable: 'BESIDE_MAIL_FROM' });
  expect(readEnvironment(sender)).toEqual({ ok: false, variable: 'BESIDE_SMTP_URL' });
  expect(readEnvironment({ ...sender, BESIDE_SMTP_URL: 'http://mail.example' })).toEqual({
    ok: false,
    variable: 'BESIDE_SMTP_URL',
  });
  expect(readEnvironment({ ...smtp, ...sender }).ok).toBe(true);
});
