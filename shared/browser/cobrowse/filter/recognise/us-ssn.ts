import type { Span } from './span.ts';

const number = /(?<![\w-])(?!000|666|9)\d{3}([ \u00a0\u2010-\u2015-])(?!00)\d{2}\1(?!0000)\d{4}(?![\w-])/g;

/** US social security numbers, with separators: without, each nine digits would be one. */
export const usSsns = (text: string): Span[] =>
  [...text.matchAll(number)].map(({ 0: all, index }) => ({ start: index, end: index + all.length, kind: 'ssn' }));
