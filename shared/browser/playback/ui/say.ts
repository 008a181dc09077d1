import { addedText, addTexts, type MessageKey, type Plain } from '../../ui/i18n.ts';
import { playbackCs } from '../../ui/messages/playback-cs.ts';
import { playbackEn } from '../../ui/messages/playback-en.ts';

addTexts({ en: playbackEn, cs: playbackCs });

export type TextKey = MessageKey | Plain<keyof typeof playbackEn>;

/** The text for a key, those of recordings among them. */
export const t = (key: TextKey, values?: Readonly<Record<string, string | number>>): string => addedText(key, values);
