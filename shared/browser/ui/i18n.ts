import { language, type Language } from './language.ts';
import type { en } from './messages/en.ts';
import { textOf, type Texts, type Values } from './text-of.ts';

export type Plain<K> = K extends `${infer Base}_${'one' | 'few' | 'many' | 'other'}` ? Base : K;
export type MessageKey = Plain<keyof typeof en>;

const rules = new Intl.PluralRules(language);
const texts: Record<string, string> = {};

/** Of each language a file of its own, of which the page loads one. The module that speaks them waits for it. */
export async function addTexts(files: Readonly<Record<Language, () => Promise<Texts>>>): Promise<void> {
  Object.assign(texts, await files[language]());
}

// Here, so that no module of a page runs, and nothing is drawn, before its texts are there.
await addTexts({
  en: async () => (await import('./messages/en.ts')).en,
  cs: async () => (await import('./messages/cs.ts')).cs,
});

/** As `t`, for keys that were added. */
export const addedText = (key: string, values?: Values): string => textOf(texts, rules, key, values) ?? key;

/** The text for a key; `{{x}}` is filled from `values`, plural forms follow `values.count`. */
export const t = (key: MessageKey, values?: Values): string => addedText(key, values);

/** The text for an error code; a code without a text of its own is named. */
export const errorText = (code: string): string => textOf(texts, rules, `error.${code}`) ?? t('error.other', { code });

/** `21:05`, in the reader's language. */
export function clockTime(ms: number): string {
  return new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit' }).format(ms);
}

/** `Monday 30 November, 08:00 CET`, in the reader's language and time zone. */
export function momentText(ms: number): string {
  return new Intl.DateTimeFormat(language, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  }).format(ms);
}

/** `30 November 2026`, in the reader's language and time zone. */
export const dateText = (ms: number): string => new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(ms);

/** `30/11/2026, 21:05`, in the reader's language and time zone. */
export const dayAndTime = (ms: number): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(ms);

/** `3:05`: minutes and seconds that have passed. */
export function durationText(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1_000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** `Jan, Eva and Petr`, in the reader's language. */
export const listOf = (names: readonly string[]): string => new Intl.ListFormat(language).format(names);
