import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { cannedLimits, cannedTextSchema, fillCanned, unknownVariables } from '../../../shared/queue/canned-text.ts';
import { inboundSchema } from '../../../shared/queue/inbound.ts';
import { nextRequest } from '../../../shared/queue/next-request.ts';
import { linesWith } from '../../../shared/browser/chat/lines-with.ts';
import { inboundOf, queueOf } from '../../support/queues.ts';

const values = { customer: 'Jan', host: 'Anna', site: 'Shop', queue: null, number: '123 456 789' };
const both = (en: string, cs = '') => ({ title: 'Hello', text: { en, cs } });

describe('a prepared text', () => {
  test('is filled with what the session knows, and names what it does not', () => {
    expect(fillCanned('Hello {{customer}}, {{ host }} of {{queue}} here. {{number}}', values)).toEqual({
      text: 'Hello Jan, Anna of … here. 123 456 789',
      missing: ['queue'],
    });
  });

  test('takes a name as it is, whatever a customer is called', () => {
    const name = '{{number}} $& {{host}}';
    expect(fillCanned('Hello {{customer}}!', { ...values, customer: name }).text).toBe(`Hello ${name}!`);
    fc.assert(
      fc.property(fc.string(), (text) => fillCanned('{{customer}}', { ...values, customer: text }).text === text),
    );
  });

  test.each([
    ['{{name}}', ['name']],
    ['{{customer}} {{}}', ['']],
    ['no variable { here }', []],
  ])('with %j in it names no such thing: %j', (text, unknown) => {
    expect(unknownVariables(text)).toEqual(unknown);
    expect(v.is(cannedTextSchema, both(text))).toBe(unknown.length === 0);
  });

  test.each([
    ['in one language', both('', 'Dobrý den'), true],
    ['in none', both(' ', ''), false],
    ['without a name', { ...both('x'), title: ' ' }, false],
    ['with lines', both('a\nb'), true],
    ['with characters that turn the direction', both('a\u202Eb'), false],
    ['as long as may be', both('x'.repeat(cannedLimits.textChars)), true],
    ['longer than that', both('x'.repeat(cannedLimits.textChars + 1)), false],
  ])('%s is taken or refused', (_how, text, expected) => {
    expect(v.is(cannedTextSchema, text)).toBe(expected);
  });
});

test('a distribution from before there were prepared texts is read as one without', () => {
  const { cannedTexts: _site, ...old } = inboundOf();
  const { cannedTexts: _queue, ...queue } = queueOf('a');
  const read = v.parse(inboundSchema, { ...old, queues: [queue] });
  expect([read.cannedTexts, read.queues[0]?.cannedTexts]).toEqual([[], []]);
});

test('the next request is the first that is offered, else the first of those to choose', () => {
  const asked = (requestId: string) => ({ requestId, until: 0 }) as never;
  expect(nextRequest({ isOn: true, offers: [asked('b')], waiting: [asked('a')] })).toBe('b');
  expect(nextRequest({ isOn: true, offers: [], waiting: [asked('a')] })).toBe('a');
  expect(nextRequest({ isOn: true, offers: [], waiting: [] })).toBeNull();
  expect(nextRequest({ isOn: false, offers: [asked('b')], waiting: [] })).toBeNull();
});

test('the chat is searched by words and names, whatever the accents', () => {
  const line = (id: string, by: string, text: string) => ({ id, by, text }) as never;
  const lines = [line('1', 'jan', 'Kde je účet?'), line('2', 'anna', 'Vidím ho.'), line('3', 'jan', 'Děkuji')];
  const names = (by: string) => ({ jan: 'Jan Novák', anna: 'Anna' })[by] ?? '';
  const found = (sought: string) => linesWith(lines, sought, names).map(({ id }) => id);
  expect(found('ucet')).toEqual(['1']);
  expect(found('novak')).toEqual(['1', '3']);
  expect(found('jan dekuji')).toEqual(['3']);
  expect(found(' ')).toEqual(['1', '2', '3']);
});
