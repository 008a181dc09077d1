import { expect, test } from 'vitest';
import { createCssFilter } from '../../../shared/browser/cobrowse/filter/css-filter.ts';
import { isWordlessData } from '../../../shared/browser/cobrowse/filter/data-url.ts';
import { createUrlFilter } from '../../../shared/browser/cobrowse/filter/harmless-url.ts';
import { createNames } from '../../../shared/browser/cobrowse/filter/names.ts';
import { isMediaQuery } from '../../../shared/browser/cobrowse/filter/media-query.ts';
import { sheetText } from '../../../shared/browser/cobrowse/record/sheet-text.ts';
import { wholeNumbers } from '../../../shared/browser/cobrowse/record/whole-numbers.ts';
import { isPlain } from '../../../shared/browser/cobrowse/filter/plain-word.ts';
import {
  isPrivateAutocomplete,
  isPrivateName,
} from '../../../shared/browser/cobrowse/filter/recognise/private-name.ts';
import { createTaint } from '../../../shared/browser/cobrowse/filter/taint.ts';

const privateNames =
  'password,userPassword,passwd,pwd,pin,PIN kód,otp,one-time-code,cvv,cvc2,cardNumber,card_no,creditCard,ssn,iban,api_key,' +
  'csrf_token,secret,heslo,Heslo znovu,rodné číslo,rodneCislo,rodne_cislo,číslo účtu,číslo karty,číslo platební karty,' +
  'ověřovací kód,bezpečnostní kód,číslo pasu,občanský průkaz,Passwort,Kennwort,Geburtsnummer,Kontonummer,Karten-Nr.,' +
  'Kreditkarte,Prüfziffer,Sicherheitscode,TAN,Steuer-ID,Sozialversicherungsnummer,Personalausweis,Bankleitzahl,' +
  'security answer,maiden name,sort code,routing number,passport_number';
test.each(privateNames.split(','))('a field called %s is private', (name) => {
  expect(isPrivateName(name)).toBe(true);
});

const plainNames =
  'first name,email,street,city,quantity,search,Jméno,ulice,příjmení,Straße,Vorname,opinion,shipping,stand,pinboard,' +
  'spinner,company,expand,Cardiff,botany,tangent,compass,message,comment,Menge,množství,doručení,standard';
test.each(plainNames.split(','))('a field called %s is an ordinary one', (name) => {
  expect(isPrivateName(name)).toBe(false);
});

test.each([
  ['cc-number', true],
  ['section-x billing cc-csc', true],
  ['one-time-code', true],
  ['username current-password', true],
  ['new-password webauthn', true],
  ['email', false],
  ['street-address', false],
  ['off', false],
])('the autocomplete %s is private: %s', (value, expected) => {
  expect(isPrivateAutocomplete(value)).toBe(expected);
});

test.each([
  ['btn-primary', true],
  ['md:w-1/2', true],
  ['isOpen', true],
  ['col-12 p-4', true],
  ['Helvetica Neue', true],
  ['translate3d', true],
  ['Zürich', true],
  ['u-8f3a9c', false],
  ['CANARY17x', false],
  ['css-1x2y3z', false],
  ['order-123456', false],
  ['qzxvkjwh', false],
  ['a'.repeat(30), false],
])('%s is made of plain words: %s', (text, expected) => {
  expect(isPlain(text)).toBe(expected);
});

const hidden = (text: string) => /SECRET/i.test(text);
const names = (options: Partial<Parameters<typeof createNames>[0]> = {}) =>
  createNames({ all: false, hidden, isLoose: () => false, ...options });

test('a name that is no plain word leaves as the same number everywhere', () => {
  const { name, list } = names();
  expect(list('btn u-8f3a9c')).toBe('btn n1');
  expect(name('u-8f3a9c')).toBe('n1');
  expect(list('x-7d6e5f u-8f3a9c')).toBe('n2 n1');
  expect(list('is-secret open')).toBe('n3 n4');
  expect(names({ all: true }).list('btn')).toBe('n1');
  expect(names({ isLoose: () => true }).list('Button_root__3xY9k u-12345')).toBe('Button_root__3xY9k n1');
});

test('a value with spaces leaves as numbers where its words together tell it', () => {
  const { list } = names({ hidden: (text) => text.includes('green garden') });
  expect(list('wide green garden')).toBe('n1 n2 n3');
  expect(list('wide green')).toBe('wide green');
});

test('of words that together tell something, those stay that a sheet has rules for and that tell nothing alone', () => {
  const { list, ruled } = names({ hidden: (text) => text.includes('form-secret') });
  expect([ruled('uk-input'), ruled('uk-form-secret'), ruled('u-8f3a9c')]).toEqual(['uk-input', 'n1', 'n2']);
  expect(list('uk-input uk-form-secret wide u-8f3a9c')).toBe('uk-input n1 n3 n2');
  const all = names({ all: true });
  expect([all.ruled('uk-input'), all.list('uk-input')]).toEqual(['n1', 'n1']);
});

const url = createUrlFilter({ originOnly: false, hidden });
test.each([
  ['https://a.b/c?token=1#x', 'https://a.b/c'],
  ['https://user:pass@a.b/c', 'https://a.b/c'],
  ['https://user:p@ss@a.b/c', 'https://a.b/c'],
  ['//user:pass@a.b/c', '//a.b/c'],
  ['/path?x', '/path'],
  ['?x', ''],
  ['/orders/10293/edit', '/orders/-/edit'],
  ['/u/8f3a9c/', '/u/-/'],
  ['/a/abcdefghijklmnopqrstuvwxyz/b', '/a/-/b'],
  ['/find/my%73ecret', '/find/-'],
  ['/%E0%A4%A', '/-'],
  ['/a;jsessionid=1', '/a'],
  ['javascript:alert(1)', ''],
  ['mailto:me@x', ''],
  ['blob:https://a/1', ''],
  ['data:text/html,x', ''],
])('the address %s leaves as %s', (address, expected) => {
  expect(url(address)).toBe(expected);
});
test('at the level strict nothing but the origin of an address leaves', () => {
  const strict = createUrlFilter({ originOnly: true, hidden });
  expect(strict('https://a.b/c/d')).toBe('https://a.b/');
  expect(strict('/c/d')).toBe('');
});

const cssFor = (all: boolean) =>
  createCssFilter({
    names: names({ all }),
    hidden,
    drawn: (text) => (all ? '******' : text.replace(/SECRET/gi, '******')),
    state: (name) => (isPlain(name) ? name : 'n8'),
    attributeValue: (_name, value) => value.replace(/SECRET/gi, 'n9'),
    asset: (address, kind) => (address.includes('gone') ? null : `asset:${kind === 'font' ? 1 : 2}`),
    most: 1_000_000,
  });
const css = cssFor(false);
test.each([
  ['a { color: red }', 'a { color: red }'],
  ['x-a:state(busy) { } :host(:state( u-8f3a9c )) { }', 'x-a:state(busy) { } :host(:state(n8)) { }'],
  ['.btn:hover > .icon { margin: .5em }', '.btn:hover > .icon { margin: .5em }'],
  ['.u-8f3a9c { color: #a1b2c3 }', '.n1 { color: #a1b2c3 }'],
  [
    'a { background: image-set("a.png" type("image/png") 1x, url(b.png) 2x) } b { quotes: "x" }',
    'a { background: image-set(url("asset:2") type("image/png") 1x, url("asset:2") 2x) } b { quotes: "x" }',
  ],
  [
    'a { background: image-set("gone" 1x); font-family: "SECRET1" }',
    'a { background: image-set(url("data:,") 1x); font-family: "n1" }',
  ],
  ['a { background: url(/x.png?SECRET) no-repeat }', 'a { background: url("asset:2") no-repeat }'],
  ["a { background: url( '/gone' ) }", 'a { background: url("data:,") }'],
  ['@font-face { font-family: X; src: url("/f.woff") }', '@font-face { font-family: X; src: url("asset:1") }'],
  ['a { fill: url(#icon) }', 'a { fill: url("#icon") }'],
  ['@import "/x.css?SECRET"; b { color: red }', ' b { color: red }'],
  ['@import url(/x;y.css); b { color: red }', ' b { color: red }'],
  ['/* SECRET */ b { color: red } /* SECRET', '/**/ b { color: red } /**/'],
  ['a::before { content: "SECRET" }', 'a::before { content: "******" }'],
  [String.raw`a::before { content: "\53 ECRET" }`, 'a::before { content: "******" }'],
  [String.raw`a::before { content: "\f101" }`, String.raw`a::before { content: "\f101" }`],
  ['a { --x: 1px; --y: "SECRET"; color: red }', 'a { --x: 1px; ; color: red }'],
  ['a { --data: x7k2q9z }', 'a { }'],
  ['a { --c: var(--gap, 2px) }', 'a { --c: var(--gap, 2px) }'],
  ['[data-x="SECRET"] { color: red }', '[data-x="n9"] { color: red }'],
  ['a { font: 1em "Helvetica Neue", serif }', 'a { font: 1em "Helvetica Neue", serif }'],
  ['a { grid-template-areas: "head head" }', 'a { grid-template-areas: "head head" }'],
  [String.raw`.md\:w-1\/2 { width: 50% }`, String.raw`.md\:w-1\/2 { width: 50% }`],
])('the sheet %s leaves as %s', (text, expected) => {
  expect(cssFor(false)(text)).toBe(expected);
});
test('at the level strict no word that is drawn and no name leaves in a sheet', () => {
  expect(cssFor(true)('.a::before { content: "Jana"; color: red }')).toBe(
    '.n1::before { content: "******"; color: red }',
  );
});

const million = 1_000_000;
test.each([
  '/*',
  '"',
  "'",
  '\\',
  'url(',
  'url("',
  '@import ',
  '--',
  '--a:',
  '[a=',
  '[',
  '.a',
  '#a',
  'content:',
  'content:"',
  ' ',
  '-',
  '.\\',
  '[a="b"',
  'a{--x:url(',
])('a sheet of a million characters of %s is gone through', { timeout: 60_000 }, (piece) => {
  expect(typeof css(piece.repeat(million / piece.length))).toBe('string');
});

test.each([
  ['typed text is found in a sentence', 'Jana', false, 'Hello Jana!', 'Hello ******!'],
  ['in other letters', 'Jana', false, 'JANA', '******'],
  ['a plain word only as a whole', 'Jana', false, 'Janatown', 'Janatown'],
  ['a password even within words', 'Jana', true, 'Janatown', '******town'],
  ['what is no plain word anywhere', 'x7k2', false, 'ax7k2b', 'a******b'],
  ['with other white space', 'Jana  Nová', false, 'Jana Nová', '******'],
  ['in the code of addresses', 'Jana Nová', false, 'q=Jana%20Nov%C3%A1', 'q=******'],
  ['each time', 'x7k2', false, 'x7k2 x7k2', '****** ******'],
  ['nothing under four characters', 'abc', true, 'abc', 'abc'],
])('%s', (_fact, value, anywhere, text, expected) => {
  const taint = createTaint();
  taint.learn(value, anywhere);
  expect(taint.hide(text)).toBe(expected);
  expect(taint.holds(text)).toBe(text !== expected);
});

test('what was typed on the way is found as far as it had come', () => {
  const taint = createTaint();
  for (const value of ['x7', 'x7k2', 'x7k2q', 'x7k2q9z']) taint.learn(value, true);
  expect(taint.hide('x7k2 x7k2q x7k2q9 x7k2q9z')).toBe('****** ****** ******9 ******');
});

test('4,000 values and a million characters are looked through', { timeout: 60_000 }, () => {
  const taint = createTaint();
  for (let at = 0; at < 4_000; at++) taint.learn(`aaaa${at}`, true);
  expect(taint.hide('a'.repeat(million))).toHaveLength(million);
});

test.each([
  ['data:image/png;base64,AAAA', true],
  ['data:font/woff2;base64,AAAA', true],
  [`data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'><path d='M0 0h9'/></svg>`, true],
  [`data:image/svg+xml;base64,${btoa('<svg><path d="M0 0"/></svg>')}`, true],
  ['data:image/svg+xml,<svg><text>Jana</text></svg>', false],
  [`data:image/svg+xml;base64,${btoa('<svg><title>Jana</title></svg>')}`, false],
  ['data:image/svg+xml,<svg><!-- Jana --></svg>', false],
  ['data:text/html,<p>Jana</p>', false],
  ['data:image/svg+xml,%3Csvg%3E%3Ctext%3EJana', false],
])('the picture %s holds no words: %s', (address, expected) => {
  expect(isWordlessData(address, hidden)).toBe(expected);
});

test.each([
  ['print', true],
  ['screen and (min-width: 1024px)', true],
  ['(max-width:1199.98px), not all and (orientation: portrait)', true],
  ['(prefers-color-scheme: dark)', true],
  ['(400px <= width <= 700px)', true],
  ['only screen and (-webkit-min-device-pixel-ratio: 1.5)', true],
  ['jana and screen', false],
  ['(min-width: 4111111111111111px)', false],
  ['(min-width: 12345px)', false],
  ['screen and (x: "jana")', false],
])('%s is a media query and nothing else: %s', (text, expected) => {
  expect(isMediaQuery(text)).toBe(expected);
});

test.each([
  [
    'p { line-height: 1.42857; width: 33.3333%; flex: 0 0 8.33333% }',
    'p { line-height: 1.42857142857; width: 33.3333333333%; flex: 0 0 8.33333333333% }',
  ],
  ['p { width: 66.6667%; opacity: 0.666667 }', 'p { width: 66.6666666667%; opacity: 0.666666666667 }'],
  [
    'p { width: 12.5px; margin: 1.42px 0.33px; top: 3.14159px }',
    'p { width: 12.5px; margin: 1.42px 0.33px; top: 3.14159px }',
  ],
  ['a::before { content: "1.42857"; background: url("data:image/svg+xml,33.3333") }', null],
])('%s has its numbers whole', (css, expected) => {
  expect(wholeNumbers(css)).toBe(expected ?? css);
});

test('what an imported sheet names it names from where it is itself', () => {
  const inner = { href: 'https://a.example/css/inner.css', cssRules: [{ cssText: 'p { background: url("x.png"); }' }] };
  const rules = [{ styleSheet: inner, media: { mediaText: 'print' } }, { cssText: 'b { background: url("y.png"); }' }];
  expect(sheetText({ cssRules: rules } as unknown as CSSStyleSheet)).toBe(
    '@media print{p { background: url("https://a.example/css/x.png"); }}b { background: url("y.png"); }',
  );
});
