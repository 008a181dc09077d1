import type { DigitRun } from './digit-runs.ts';
import type { Span } from './span.ts';

/** The check digit of card numbers. */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let at = 0; at < digits.length; at++) {
    let digit = digits.charCodeAt(digits.length - 1 - at) - 48;
    if (at % 2 === 1) digit = digit > 4 ? digit * 2 - 9 : digit * 2;
    sum += digit;
  }
  return sum % 10 === 0;
}

/** First digits that banks have; without them one in ten of all long numbers would look like a card. */
const issuers = /^(?:4|5[0-8]|6|3[04-9]|2[2-7])/;

/** 13 to 19 digits that a bank could have given. */
export const isCardNumber = (digits: string): boolean =>
  digits.length >= 13 && digits.length <= 19 && issuers.test(digits) && !/^(\d)\1*$/.test(digits) && passesLuhn(digits);

const joins = /^[ \u00a0\u2000-\u200b\u202f\u2010-\u2015-]?$/;

/** Card numbers in a run, whatever numbers stand before and after them. */
export function cardNumbers(run: DigitRun): Span[] {
  const spans: Span[] = [];
  for (let first = 0; first < run.length; first++) {
    let digits = '';
    for (let last = first; last < run.length; last++) {
      const group = run[last];
      if (!group || (last > first && !joins.test(group.before))) break;
      digits += group.digits;
      if (digits.length > 19) break;
      if (!isCardNumber(digits)) continue;
      spans.push({ start: run[first]?.start ?? 0, end: group.end, kind: 'card' });
      first = last;
      break;
    }
  }
  return spans;
}
