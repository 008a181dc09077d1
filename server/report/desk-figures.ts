import { type DeskReport, foldReport, newReport, pruneReport, stretchMs } from '../../shared/report/desk-report.ts';
import { reportReachMs } from '../../shared/report/periods.ts';
import type { Deps } from '../deps.ts';
import { createInTurn } from '../sessions/in-turn.ts';
import type { SiteGoal } from '../settings/site-goal.ts';

/** Facts of so long before are read too, so that who waited then is known. */
const leadMs = 24 * 60 * 60_000;

/**
 * The figures of the site's desk, as this instance has read them: from the store when somebody first looks, and what is
 * new since then at each look after that.
 */
export function createDeskFigures(
  { deskStore, now, limits }: Pick<Deps, 'deskStore' | 'now' | 'limits'>,
  goal: SiteGoal,
) {
  const inTurn = createInTurn();
  let report: DeskReport | null = null;
  let prunedAt = 0;

  async function current(): Promise<DeskReport> {
    const { withinMs } = await goal.read();
    const reach = now() - reportReachMs - leadMs;
    // With another goal all is counted anew: it is not kept how long each has waited.
    if (report?.goalMs !== withinMs) report = newReport(withinMs, await deskStore.seqBefore(reach));
    for (;;) {
      const entries = await deskStore.entries(report.seq, limits.deskFactsRead);
      for (const entry of entries) foldReport(report, entry);
      if (entries.length < limits.deskFactsRead) break;
    }
    if (now() - prunedAt >= stretchMs) {
      pruneReport(report, reach);
      prunedAt = now();
    }
    return report;
  }
  return { current: () => inTurn('figures', current) };
}
