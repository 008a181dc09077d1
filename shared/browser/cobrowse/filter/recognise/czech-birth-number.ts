import type { Span } from './span.ts';

/** Czech and Slovak birth number: YYMMDD, months of women + 50, full days + 20; ten digits divide by 11. */
export function isBirthNumber(digits: string): boolean {
  if (!/^\d{9,10}$/.test(digits)) return false;
  const month = Number(digits.slice(2, 4)) % 50;
  const day = Number(digits.slice(4, 6));
  const plainMonth = month > 20 ? month - 20 : month;
  if (plainMonth < 1 || plainMonth > 12 || day < 1 || day > 31) return false;
  // Until 1953 there was no check digit.
  if (digits.length === 9) return Number(digits.slice(0, 2)) < 54;
  const rest = Number(digits.slice(0, 9)) % 11;
  return Number(digits) % 11 === 0 || (rest === 10 && digits.endsWith('0'));
}

const number = /(?<![\w.,-])(\d{6})(\s?\/\s?)?(\d{3,4})(?![\w-])/g;

export function birthNumbers(text: string): Span[] {
  const spans: Span[] = [];
  for (const { 0: all, 1: date = '', 2: slash, 3: rest = '', index } of text.matchAll(number)) {
    // Nine digits in one have no sign of being one.
    if (slash === undefined && rest.length === 3) continue;
    if (isBirthNumber(date + rest)) spans.push({ start: index, end: index + all.length, kind: 'birth number' });
  }
  return spans;
}
