/** A figure is one; a text is never one, whatever it looks like. */
export type CsvValue = string | number | null;

/**
 * Programs for tables take a cell that begins so for a formula, some after blanks, and some its wide forms: what a
 * customer has typed would be carried out at the host's.
 */
const formula = /^[\s\p{Cf}]*[=+\-@＝＋－＠]|^[\t\r\n]/u;

/** Where a list is divided by semicolons, as in Czech, a program makes cells of their own within ours. */
const formulaWithin = /([;\t\r\n][\s\p{Cf}]*)(?=[=+\-@＝＋－＠])/gu;

function csvCell(value: CsvValue): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = (formula.test(value) ? `'${value}` : value).replaceAll(formulaWithin, "$1'");
  return `"${safe.replaceAll('"', '""')}"`;
}

/** RFC 4180, with the mark by which Excel knows UTF-8. */
export const csvText = (rows: readonly (readonly CsvValue[])[]): string =>
  `\uFEFF${rows.map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`;

/** `2026-11-30T06:54:01.000Z` */
export const csvTime = (ms: number | null): string | null => (ms === null ? null : new Date(ms).toISOString());
