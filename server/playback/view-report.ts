import { activityReport } from '../../shared/report/activity-report.ts';
import type { ActivityReport } from '../../shared/report/report-schema.ts';
import type { Entry } from '../../shared/session/facts.ts';

/** What the facts say of a recorded session. Who comes by a link that anybody may open reads nothing among hosts. */
export function viewReport(entries: readonly Entry[], isForHosts: boolean): ActivityReport | null {
  const report = activityReport(entries);
  if (!report || isForHosts) return report;
  return {
    ...report,
    notes: [],
    answers: [],
    page: null,
    chat: report.chat.filter(({ audience }) => audience === 'all'),
  };
}
