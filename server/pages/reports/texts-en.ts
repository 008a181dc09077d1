import { historyEn } from '../../../shared/browser/ui/messages/history-en.ts';
import { reportEn } from '../../../shared/browser/ui/messages/report-en.ts';

/** The English texts of the reports. */
export const textsEn = { ...reportEn, ...historyEn };
