import type { Span } from './span.ts';

const run = /[\w.+/=~-]{16,}/g;
const known =
  /(?:^|[^A-Za-z0-9])(?:[srp]k[-_](?:live|test|proj|ant)[-_]|whsec_|gh[oprsu]_|github_pat_|glpat-|xox[abeprs]-|A[KS]IA[0-9A-Z]{12}|AIza|ya29\.|SG\.|npm_|hf_|dop_v1_|shpat_|EAAC)/;

/** Three parts with dots between, the first a JSON object in base64. */
function isJwt(text: string): boolean {
  const start = text.indexOf('eyJ');
  if (start < 0) return false;
  const first = text.indexOf('.', start + 10);
  return first > 0 && text.indexOf('.', first + 4) > 0;
}

/** Long, and letters and digits in no order that a person would choose. */
function isRandom(text: string): boolean {
  for (const part of text.split(/[./~=+]/)) {
    if (part.length < 32) continue;
    const digits = part.replace(/\D+/g, '').length;
    const letters = part.replace(/[^A-Za-z]+/g, '').length;
    if (digits >= 4 && letters >= 4) return true;
  }
  const isBase64 = text.length >= 40 && /[A-Z]/.test(text) && /[a-z]/.test(text) && /\d/.test(text);
  return isBase64 && /^[A-Za-z0-9+/]+={0,2}$/.test(text) && text.split('/').length - 1 <= text.length / 16;
}

/** Tokens and keys for machines. `known`: only those whose beginning says what they are. */
export function secretKeys(text: string, only: 'all' | 'known'): Span[] {
  const spans: Span[] = [];
  for (const { 0: all, index } of text.matchAll(run)) {
    if (known.test(all) || isJwt(all) || (only === 'all' && isRandom(all)))
      spans.push({ start: index, end: index + all.length, kind: 'key' });
  }
  return spans;
}
