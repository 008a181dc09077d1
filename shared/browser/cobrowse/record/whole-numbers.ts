/** Addresses and words stay; a number with a point is looked at. */
const token = /url\("(?:[^"\\]|\\.)*"\)|"(?:[^"\\]|\\.)*"|(?<![\w.#-])\d+\.\d+/g;
const digits = 6;
const mostParts = 48;

/**
 * Browsers write numbers of rules with six digits: what was `1.42857143` comes out as `1.42857`, and lines of 20
 * pixels are 19.98 high. A number that is a fraction of small parts to the last of its digits is written as that:
 * never further from the page's own than the browser's six digits were.
 */
export const wholeNumbers = (css: string): string =>
  css.replace(token, (text) => (/^\d/.test(text) ? (fraction(text) ?? text) : text));

function fraction(text: string): string | null {
  if (text.replace('.', '').replace(/^0+/, '').length !== digits) return null;
  const value = Number(text);
  for (let parts = 3; parts <= mostParts; parts += 1) {
    const whole = Math.round(value * parts) / parts;
    if (Number(whole.toPrecision(digits)) === value) return String(Number(whole.toPrecision(12)));
  }
  return null;
}
