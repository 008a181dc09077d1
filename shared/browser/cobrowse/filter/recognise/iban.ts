import type { Span } from './span.ts';

/** Length by country (ISO 13616 registry). */
const lengths = new Map(
  (
    'AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DK18 DO28 EE20 EG29 ES24 FI18 ' +
    'FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 ' +
    'LU20 LV21 LY25 MC27 MD24 ME22 MK19 MR27 MT31 MU30 NL18 NO15 PK24 PL28 PS29 PT25 QA29 RO24 RS22 SA24 SC31 SD18 ' +
    'SE24 SI19 SK24 SM27 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20'
  )
    .split(' ')
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
);

/** Without separators, in capitals. */
export function isIban(compact: string): boolean {
  if (lengths.get(compact.slice(0, 2)) !== compact.length || !/^[A-Z]{2}\d{2}[A-Z0-9]+$/.test(compact)) return false;
  let rest = 0;
  for (const char of compact.slice(4) + compact.slice(0, 4)) {
    const value = Number.parseInt(char, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}

const beginning = /(?<![A-Za-z0-9])[A-Za-z]{2}\d{2}/g;
const separator = /[ \u00a0\u2000-\u200b\u202f-]/;

export function ibans(text: string): Span[] {
  const spans: Span[] = [];
  for (const { index: start } of text.matchAll(beginning)) {
    const length = lengths.get(text.slice(start, start + 2).toUpperCase());
    if (length === undefined) continue;
    let compact = '';
    let end = start;
    for (; end < text.length && compact.length < length; end++) {
      const char = text.charAt(end);
      if (/[A-Za-z0-9]/.test(char)) compact += char.toUpperCase();
      else if (!separator.test(char) || separator.test(text.charAt(end - 1))) break;
    }
    if (isIban(compact)) spans.push({ start, end, kind: 'iban' });
  }
  return spans;
}
