import { language } from '../../../../shared/browser/ui/language.ts';
import { days, type Hours } from '../../../../shared/queue/hours.ts';

/** Some Monday. */
const monday = Date.UTC(2024, 0, 1);
const format = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' });

/** `Monday`, in the reader's language. */
export function dayName(day: keyof Hours['week']): string {
  const name = format.format(monday + days.indexOf(day) * 24 * 60 * 60_000);
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}
