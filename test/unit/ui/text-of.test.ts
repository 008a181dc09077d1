import { expect, test } from 'vitest';
import { textOf } from '../../../shared/browser/ui/text-of.ts';

const english = new Intl.PluralRules('en');
const czech = new Intl.PluralRules('cs');
const waits = {
  waits_one: 'čeká {{count}} člověk',
  waits_few: 'čekají {{count}} lidé',
  waits_many: 'čeká {{count}} člověka',
  waits_other: 'čeká {{count}} lidí',
};

test.each([
  [0, 'čeká 0 lidí'],
  [1, 'čeká 1 člověk'],
  [2, 'čekají 2 lidé'],
  [4, 'čekají 4 lidé'],
  [1.5, 'čeká 1.5 člověka'],
  [5, 'čeká 5 lidí'],
  [21, 'čeká 21 lidí'],
])('Czech has a form for %s', (count, text) => {
  expect(textOf(waits, czech, 'waits', { count })).toBe(text);
});

test('a text without forms takes a count as any other value', () => {
  expect(textOf({ of: '{{count}} of {{capacity}}' }, english, 'of', { count: 1, capacity: 3 })).toBe('1 of 3');
});

test('a value is filled in as it is, wherever its name stands, and nothing in it is filled', () => {
  const texts = { hello: '{{name}}, {{name}}: {{what}}' };
  expect(textOf(texts, english, 'hello', { name: '{{what}} $& <b>', what: '$t(hello)' })).toBe(
    '{{what}} $& <b>, {{what}} $& <b>: $t(hello)',
  );
});

test('a key without a text is none', () => {
  expect(textOf({}, english, 'error.unheard', { count: 1 })).toBeNull();
});
