import { addedText, addTexts, type MessageKey, type Plain } from '../../../shared/browser/ui/i18n.ts';
import type { Values } from '../../../shared/browser/ui/text-of.ts';
import type { textsEn } from './texts-en.ts';

await addTexts({
  en: async () => (await import('./texts-en.ts')).textsEn,
  cs: async () => (await import('./texts-cs.ts')).textsCs,
});

export type TextKey = MessageKey | Plain<keyof typeof textsEn>;

/** The text for a key, those of the admin's pages among them. */
export const t = (key: TextKey, values?: Values): string => addedText(key, values);
