import { adminCs } from '../../../shared/browser/ui/messages/admin-cs.ts';
import { cannedCs } from '../../../shared/browser/ui/messages/canned-cs.ts';
import { dataCs } from '../../../shared/browser/ui/messages/data-cs.ts';
import { filePolicyCs } from '../../../shared/browser/ui/messages/file-policy-cs.ts';
import { recordingsCs } from '../../../shared/browser/ui/messages/recordings-cs.ts';
import { supervisionCs } from '../../../shared/browser/ui/messages/supervision-cs.ts';

/** The Czech texts of the admin’s pages. */
export const textsCs = {
  ...adminCs,
  ...cannedCs,
  ...filePolicyCs,
  ...supervisionCs,
  ...dataCs,
  ...recordingsCs,
};
