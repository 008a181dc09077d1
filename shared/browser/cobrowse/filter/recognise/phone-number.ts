import type { DigitRun } from './digit-runs.ts';
import type { Span } from './span.ts';

const label = /(?:tel|phone|mobil|handy|call|fon|gsm|volejte)[\p{L}]{0,8}[.:]{0,2}\s{0,2}[(+]?$/iu;
const money = /^\s?(?:Kč|CZK|EUR|USD|GBP|€|\$|£|,|%|[\p{L}]{3,})/u;

/** Phone numbers as people write them: with +, in the American, the Czech or the German way. */
export function phoneNumber(run: DigitRun, text: string): Span | null {
  const first = run[0];
  const last = run.at(-1);
  if (!first || !last) return null;
  const count = run.reduce((sum, { digits }) => sum + digits.length, 0);
  if (count < 8 || count > 15) return null;
  let { start } = first;
  const international = text.charAt(start - 1) === '+' || (first.digits.startsWith('00') && run.length > 1);
  const span = (): Span => {
    while (start > 0 && /[+(]/.test(text.charAt(start - 1))) start--;
    return { start, end: last.end, kind: 'phone' };
  };
  if (international || label.test(text.slice(Math.max(0, start - 24), start))) return span();
  if (/[\w]/.test(text.charAt(start - 1)) || run.some(({ before }) => /^[.]$/.test(before) && run.length > 4))
    return null;
  const shape = run.map(({ digits }) => digits.length).join('-');
  const american = shape === '3-3-4' || (shape === '1-3-3-4' && first.digits === '1');
  const trunk =
    /^0[1-9]/.test(first.digits) && run.length >= 2 && run.length <= 5 && first.digits.length <= 5 && count >= 9;
  const dated = run.some(({ before }) => before === '.') && /^\d{1,2}-\d{1,2}-\d{4}$/.test(shape);
  const czech = shape === '3-3-3' && /^[67]/.test(first.digits) && !money.test(text.slice(last.end, last.end + 16));
  return american || (trunk && !dated) || czech ? span() : null;
}
