import type { Span } from './span.ts';

const local = /[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]/u;
const domain = /[\p{L}\p{N}.-]/u;

/** Looks outwards from each `@`, no further than an address is long. */
export function mailAddresses(text: string): Span[] {
  const spans: Span[] = [];
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    let start = at;
    while (start > 0 && at - start < 64 && local.test(text.charAt(start - 1))) start--;
    let end = at + 1;
    while (end < text.length && end - at < 255 && domain.test(text.charAt(end))) end++;
    while (end > at + 1 && /[.-]/.test(text.charAt(end - 1))) end--;
    const host = text.slice(at + 1, end);
    if (start < at && /^[^.]+(?:\.[^.]+)*\.[\p{L}]{2,}$/u.test(host)) spans.push({ start, end, kind: 'mail' });
  }
  return spans;
}
