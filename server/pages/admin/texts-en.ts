import { adminEn } from '../../../shared/browser/ui/messages/admin-en.ts';
import { cannedEn } from '../../../shared/browser/ui/messages/canned-en.ts';
import { dataEn } from '../../../shared/browser/ui/messages/data-en.ts';
import { filePolicyEn } from '../../../shared/browser/ui/messages/file-policy-en.ts';
import { recordingsEn } from '../../../shared/browser/ui/messages/recordings-en.ts';
import { supervisionEn } from '../../../shared/browser/ui/messages/supervision-en.ts';

/** The English texts of the admin’s pages. */
export const textsEn = {
  ...adminEn,
  ...cannedEn,
  ...filePolicyEn,
  ...supervisionEn,
  ...dataEn,
  ...recordingsEn,
};
