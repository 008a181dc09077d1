import { addedText, addTexts, type MessageKey, type Plain } from '../../../shared/browser/ui/i18n.ts';
import { adminCs } from '../../../shared/browser/ui/messages/admin-cs.ts';
import { adminEn } from '../../../shared/browser/ui/messages/admin-en.ts';
import { filePolicyCs } from '../../../shared/browser/ui/messages/file-policy-cs.ts';
import { filePolicyEn } from '../../../shared/browser/ui/messages/file-policy-en.ts';
import { supervisionCs } from '../../../shared/browser/ui/messages/supervision-cs.ts';
import { supervisionEn } from '../../../shared/browser/ui/messages/supervision-en.ts';

addTexts({ en: adminEn, cs: adminCs });
addTexts({ en: filePolicyEn, cs: filePolicyCs });
addTexts({ en: supervisionEn, cs: supervisionCs });

export type TextKey = MessageKey | Plain<keyof typeof adminEn> | keyof typeof filePolicyEn | keyof typeof supervisionEn;

/** The text for a key, those of the admin's pages among them. */
export const t = (key: TextKey, values?: Readonly<Record<string, string | number>>): string => addedText(key, values);
