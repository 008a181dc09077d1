import { historyCs } from '../../../shared/browser/ui/messages/history-cs.ts';
import { reportCs } from '../../../shared/browser/ui/messages/report-cs.ts';

/** The Czech texts of the reports. */
export const textsCs = { ...reportCs, ...historyCs };
