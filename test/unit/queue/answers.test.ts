import { describe, expect, test } from 'vitest';
import { checkAnswers } from '../../../shared/queue/check-answers.ts';
import type { AnswerFault, FormField } from '../../../shared/queue/form.ts';
import { readNumber } from '../../../shared/queue/read-number.ts';

const field = (kind: FormField['kind'], changes: Partial<FormField> = {}): FormField => ({
  id: 'it',
  kind,
  label: 'It',
  required: false,
  ...changes,
});
const choice = field('choice', { choices: ['Phone', 'Tablet'] });

describe('answers to a form', () => {
  test.each<[fact: string, FormField, answer: string | undefined, AnswerFault | null]>([
    ['an answer that is not required may be left out', field('text'), undefined, null],
    ['an answer that is required may not', field('text', { required: true }), undefined, 'missing'],
    ['blanks are no answer', field('text', { required: true }), '  ', 'missing'],
    ['a line has an end', field('text'), 'x'.repeat(201), 'too-long'],
    ['blanks around it do not count', field('text'), ` ${'x'.repeat(200)} `, null],
    ['a long text may be longer', field('long-text'), 'x'.repeat(2_000), null],
    ['a number is a number', field('number'), ' 1 234,5 ', null],
    ['a word is none', field('number'), 'ten', 'not-a-number'],
    ['an address is an address', field('email'), 'eva@example.org', null],
    ['it has a domain', field('email'), 'eva@example', 'not-an-address'],
    ['it has one @', field('email'), 'eva@a@example.org', 'not-an-address'],
    ['a choice is one of several', choice, 'Tablet', null],
    ['and nothing else', choice, 'Watch', 'not-a-choice'],
  ])('%s', (_fact, of, answer, fault) => {
    expect(checkAnswers([of], answer === undefined ? {} : { it: answer })).toEqual(fault ? { it: fault } : {});
  });

  test('what nobody asked for is a fault', () => {
    expect(checkAnswers([field('text')], { other: 'x', constructor: 'y' })).toEqual({
      other: 'unknown-field',
      constructor: 'unknown-field',
    });
  });

  test.each<[string, number | null]>([
    ['5', 5],
    ['-0,5', -0.5],
    ['+3.25', 3.25],
    ['1 234,5', 1234.5],
    ['1\u00a0234\u202f567', 1234567],
    ['1234,5', 1234.5],
    ['0,125', 0.125],
    ['1,234', null],
    ['1,234.5', null],
    ['12 34', null],
    ['1e3', null],
    ['Infinity', null],
    ['', null],
  ])('“%s” is read as %s', (text, number) => {
    expect(readNumber(text)).toBe(number);
  });
});
