const dayMinutes = 24 * 60;
const two = (number: number) => String(number).padStart(2, '0');

/** `08:30`; the end of the day is midnight, as a time field has it. */
export const toClock = (minute: number): string => `${two(Math.floor(minute / 60) % 24)}:${two(minute % 60)}`;

/** Minutes of the day, or null. `isEnd`: midnight is the end of the day. */
export function fromClock(text: string, isEnd: boolean): number | null {
  const found = /^(\d{2}):(\d{2})/.exec(text);
  if (!found) return null;
  const minute = Number(found[1]) * 60 + Number(found[2]);
  return isEnd && minute === 0 ? dayMinutes : minute;
}
