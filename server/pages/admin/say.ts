import { addedText, addTexts, type MessageKey, type Plain } from '../../../shared/browser/ui/i18n.ts';
import { adminCs } from '../../../shared/browser/ui/messages/admin-cs.ts';
import { adminEn } from '../../../shared/browser/ui/messages/admin-en.ts';
import { dataCs } from '../../../shared/browser/ui/messages/data-cs.ts';
import { dataEn } from '../../../shared/browser/ui/messages/data-en.ts';
import { cannedCs } from '../../../shared/browser/ui/messages/canned-cs.ts';
import { cannedEn } from '../../../shared/browser/ui/messages/canned-en.ts';
import { recordingsCs } from '../../../shared/browser/ui/messages/recordings-cs.ts';
import { recordingsEn } from '../../../shared/browser/ui/messages/recordings-en.ts';
import { filePolicyCs } from '../../../shared/browser/ui/messages/file-policy-cs.ts';
import { filePolicyEn } from '../../../shared/browser/ui/messages/file-policy-en.ts';
import { supervisionCs } from '../../../shared/browser/ui/messages/supervision-cs.ts';
import { supervisionEn } from '../../../shared/browser/ui/messages/supervision-en.ts';

addTexts({ en: adminEn, cs: adminCs });
addTexts({ en: cannedEn, cs: cannedCs });
addTexts({ en: filePolicyEn, cs: filePolicyCs });
addTexts({ en: supervisionEn, cs: supervisionCs });
addTexts({ en: dataEn, cs: dataCs });
addTexts({ en: recordingsEn, cs: recordingsCs });

export type TextKey =
  | MessageKey
  | Plain<keyof typeof adminEn>
  | keyof typeof cannedEn
  | keyof typeof filePolicyEn
  | keyof typeof supervisionEn
  | keyof typeof recordingsEn
  | Plain<keyof typeof dataEn>;

/** The text for a key, those of the admin's pages among them. */
export const t = (key: TextKey, values?: Readonly<Record<string, string | number>>): string => addedText(key, values);
