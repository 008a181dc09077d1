import { addedText, addTexts, type MessageKey, type Plain } from '../../../shared/browser/ui/i18n.ts';
import { historyCs } from '../../../shared/browser/ui/messages/history-cs.ts';
import { historyEn } from '../../../shared/browser/ui/messages/history-en.ts';
import { reportCs } from '../../../shared/browser/ui/messages/report-cs.ts';
import { reportEn } from '../../../shared/browser/ui/messages/report-en.ts';

addTexts({ en: reportEn, cs: reportCs });
addTexts({ en: historyEn, cs: historyCs });

export type TextKey = MessageKey | Plain<keyof typeof reportEn> | keyof typeof historyEn;

/** The text for a key, those of reports among them. */
export const t = (key: TextKey, values?: Readonly<Record<string, string | number>>): string => addedText(key, values);
