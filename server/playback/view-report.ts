import { activityReport } from '../../shared/report/activity-report.ts';
import type { ActivityReport } from '../../shared/report/report-schema.ts';
import type { Entry } from '../../shared/session/facts.ts';
import { linkReport, type Span } from './link-report.ts';

/** What the facts say of a recorded session: all of it to hosts, to others what the recording itself shows. */
export function viewReport(entries: readonly Entry[], isForHosts: boolean, span: Span): ActivityReport | null {
  const report = activityReport(entries);
  return report && !isForHosts ? linkReport(report, span) : report;
}
