import i18next from 'i18next';
import { language, type Language } from './language.ts';
import { cs } from './messages/cs.ts';
import { en } from './messages/en.ts';

export type Plain<K> = K extends `${infer Base}_${'one' | 'few' | 'many' | 'other'}` ? Base : K;
export type MessageKey = Plain<keyof typeof en>;

const instance = i18next.createInstance();
void instance.init({
  lng: language,
  fallbackLng: 'en',
  initAsync: false,
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
  resources: { en: { translation: en }, cs: { translation: cs } },
});

/** Texts of one page, which the others need not carry. */
export function addTexts(texts: Readonly<Record<Language, Readonly<Record<string, string>>>>): void {
  for (const [of, own] of Object.entries(texts)) instance.addResourceBundle(of, 'translation', own, true, false);
}

/** As `t`, for keys that were added. */
export const addedText = (key: string, values: Readonly<Record<string, string | number>> = {}): string =>
  instance.t(key, values);

/** The text for a key; `{{x}}` is filled from `values`, plural forms follow `values.count`. */
export function t(key: MessageKey, values: Readonly<Record<string, string | number>> = {}): string {
  return instance.t(key, values);
}

/** The text for an error code; a code without a text of its own is named. */
export function errorText(code: string): string {
  const key = `error.${code}`;
  return instance.exists(key) ? instance.t(key) : t('error.other', { code });
}

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
