import { concat } from './concat.ts';

const lineFeed = 10;

/** A line of JSON, and bytes behind it. */
export const encodeLine = (header: object, body: Uint8Array = new Uint8Array(0)): Uint8Array<ArrayBuffer> =>
  concat(new TextEncoder().encode(`${JSON.stringify(header)}\n`), body);

/** The line as text, and the rest as a view on `message`; null: there is no line. */
export function splitLine(message: Uint8Array): { line: string; body: Uint8Array } | null {
  const end = message.indexOf(lineFeed);
  return end < 0 ? null : { line: new TextDecoder().decode(message.subarray(0, end)), body: message.subarray(end + 1) };
}
