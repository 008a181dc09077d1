import { addedText, addTexts, type MessageKey, type Plain } from '../../ui/i18n.ts';
import type { playbackEn } from '../../ui/messages/playback-en.ts';
import type { Values } from '../../ui/text-of.ts';

await addTexts({
  en: async () => (await import('../../ui/messages/playback-en.ts')).playbackEn,
  cs: async () => (await import('../../ui/messages/playback-cs.ts')).playbackCs,
});

export type TextKey = MessageKey | Plain<keyof typeof playbackEn>;

/** The text for a key, those of recordings among them. */
export const t = (key: TextKey, values?: Values): string => addedText(key, values);
