import type { ParticipantId, SessionId } from '../../shared/protocol/ids.ts';
import { feedbackLimits, type RatingBody, type Report, type SurveyBody } from '../../shared/protocol/reports.ts';
import type { RestErrorCode } from '../../shared/protocol/rest.ts';
import { activityReport } from '../../shared/report/activity-report.ts';
import type { ActivityReport } from '../../shared/report/report-schema.ts';
import type { Entry } from '../../shared/session/facts.ts';
import type { Deps } from '../deps.ts';
import type { Seat } from '../store/store.ts';
import { readableBy } from './readable.ts';

const atMost = 100;
/** Sessions that ended unheard are looked for among those of the last hour; once, when the relay starts, among all. */
const lookBackMs = 60 * 60_000;

export interface SiteReports {
  /** Hears of all facts that this instance has written. */
  appended(sessionId: SessionId, entries: readonly Entry[]): void;
  /** Puts sessions into the index whose end nobody has heard. Any instance may do it. */
  sweep(): Promise<void>;
  /** `reader`: the place of the host who reads; null: the admin, who reads all. */
  report(sessionId: SessionId, reader: ParticipantId | null): Promise<Report | null>;
  rate(seat: Seat, rating: RatingBody): Promise<RestErrorCode | null>;
  answerSurvey(seat: Seat, survey: SurveyBody): Promise<RestErrorCode | null>;
}

/** The reports of the site: what the facts say, and what was thought of it afterwards. */
export function createSiteReports({
  store,
  reportStore,
  now,
  report: reportBug,
}: Pick<Deps, 'store' | 'reportStore' | 'now' | 'report'>): SiteReports {
  let lookFrom = 0;
  const madeOf = async (sessionId: SessionId) => activityReport(await store.entries(sessionId, 0));

  async function index(made: ActivityReport | null): Promise<void> {
    if (!made || made.endedAt === null || made.endedReason === null) return;
    const { sessionId, startedAt, endedAt, endedReason, customer, queue, waitedMs, handlingMs } = made;
    const { answers, people, leads, transfers } = made;
    const hosts = people.filter(({ role }) => role !== 'customer').map(({ name }) => name);
    const row = { sessionId, startedAt, endedAt, endedReason, customer, queue, waitedMs };
    const lead = leads.at(-1);
    const leadId = (lead && (await store.userOf(lead.participantId))) ?? null;
    const led = { leadId, transfers: transfers.length };
    await reportStore.put(
      { ...row, ...led, hosts: [...new Set(hosts)], handlingMs: handlingMs ?? 0 },
      answers.map(({ answer }) => answer).join('\n'),
    );
  }

  /** Why nothing can be said of this session now; else the session is in the index. */
  async function mayJudge({ sessionId, participantId }: Seat): Promise<RestErrorCode | null> {
    const made = await madeOf(sessionId);
    if (!made || made.endedAt === null) return 'session.running';
    // Who was never let in has nothing to judge, and a host who helped did not lead.
    const person = made.people.find((one) => one.participantId === participantId);
    if (person?.role !== 'customer' && person?.role !== 'lead') return 'not-found';
    if (now() >= made.endedAt + feedbackLimits.takenForMs) return 'feedback.too-late';
    await index(made);
    return null;
  }

  return {
    appended(sessionId, entries) {
      if (!entries.some(({ fact }) => fact.type === 'session.ended')) return;
      madeOf(sessionId).then(index).catch(reportBug);
    },
    async sweep() {
      const startedAt = now();
      const missing = await reportStore.missing(lookFrom, atMost);
      for (const sessionId of missing) {
        try {
          await index(await madeOf(sessionId));
        } catch (error) {
          // One that cannot be read is no reason to forget the others.
          reportBug(error);
        }
      }
      if (missing.length < atMost) lookFrom = startedAt - lookBackMs;
    },
    async report(sessionId, reader) {
      const entries = await store.entries(sessionId, 0);
      const made = activityReport(reader === null ? entries : readableBy(entries, reader));
      if (!made) return null;
      const { rating = null, survey = null } = (await reportStore.one(sessionId)) ?? {};
      return { ...made, rating, survey };
    },
    async rate(seat, rating) {
      if (seat.role === 'customer') return 'not-found';
      const problem = await mayJudge(seat);
      if (problem) return problem;
      return (await reportStore.rate(seat.sessionId, rating, now())) ? null : 'feedback.given';
    },
    async answerSurvey(seat, survey) {
      if (seat.role !== 'customer') return 'not-found';
      const problem = await mayJudge(seat);
      if (problem) return problem;
      return (await reportStore.answerSurvey(seat.sessionId, survey, now())) ? null : 'feedback.given';
    },
  };
}
