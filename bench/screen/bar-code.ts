// A number as black and white cells in a row, drawn by the customer's page and read out of a framebuffer.

/** Pixels of the screen: the page fills it. */
export const cellSize = 24;
export const codePlace = { left: 96, top: 120 };
const numberBits = 10;
const checkBits = 4;
export const numbers = 2 ** numberBits;
/** One that is always white before them, one that is always black behind. */
export const cellCount = 1 + numberBits + checkBits + 1;

const checkOf = (number: number) => (number * 7 + 3) % (2 ** checkBits - 1);

/** Its cells as bits, the first one lowest. */
export const encode = (number: number): number => 1 | (number << 1) | (checkOf(number) << (1 + numberBits));

/** The number, or null: there is no code, or half of one and half of the next. */
export function decode(bits: number): number | null {
  const number = (bits >> 1) & (numbers - 1);
  return bits === encode(number) ? number : null;
}
