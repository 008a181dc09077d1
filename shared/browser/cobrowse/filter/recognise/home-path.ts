import type { Span } from './span.ts';

const path = /(?:[A-Za-z]:\\|\/(?:home|Users)\/|\\\\[\w.-]{1,63}\\|file:\/\/(?=\/*[^\s"'<>|/]))[^\s"'<>|]{1,260}/g;

/** Paths of files on somebody's own computer, which say whose it is. */
export const homePaths = (text: string): Span[] =>
  /[\\/]/.test(text)
    ? [...text.matchAll(path)].map(({ 0: all, index }) => ({ start: index, end: index + all.length, kind: 'path' }))
    : [];
