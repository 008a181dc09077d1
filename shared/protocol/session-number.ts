/** `123456789` → `123 456 789`, as it is read aloud. */
export function formatSessionNumber(digits: string): string {
  return digits.replace(/(\d{3})(?=\d)/g, '$1 ');
}

/** What a person typed or pasted → nine digits, or null. Blanks, dots and dashes are let pass. */
export function parseSessionNumber(typed: string): string | null {
  const digits = typed.replace(/[\s.\-–—]/g, '');
  return /^\d{9}$/.test(digits) ? digits : null;
}
