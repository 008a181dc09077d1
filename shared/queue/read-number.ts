/**
 * A number as people type it, in either language: spaces between groups of three, a comma or a point before the
 * fraction: `1 234,5`, `-0.5`. Null for all else, and for `1,234`: a thousand to one reader, a fraction to another.
 */
export function readNumber(text: string): number | null {
  const trimmed = text.trim();
  if (/^[+-]?[1-9]\d{0,2},\d{3}$/.test(trimmed)) return null;
  if (!/^[+-]?(\d+|\d{1,3}(\s\d{3})+)([.,]\d+)?$/u.test(trimmed)) return null;
  const number = Number(trimmed.replaceAll(/\s/gu, '').replace(',', '.'));
  return Number.isFinite(number) ? number : null;
}
