import { language } from '../../../shared/browser/ui/language.ts';

const format = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });

/** `30 Nov 2026, 08:05`, in the reader's language. */
export const dateAndTime = (ms: number): string => format.format(ms);
