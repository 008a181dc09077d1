import { type Context, Hono } from 'hono';
import * as v from 'valibot';
import { sessionIdSchema } from '../../shared/protocol/ids.ts';
import { type ReportList, type ReportsQuery, reportsQuerySchema } from '../../shared/protocol/reports.ts';
import { listCsv, reportCsv } from '../../shared/report/report-csv.ts';
import type { Deps } from '../deps.ts';
import type { SiteReports } from '../reports/site-reports.ts';
import { hostOnly } from './access.ts';
import { csvAnswer } from './csv-answer.ts';
import type { Env, Routes } from './env.ts';
import { restError } from './rest-error.ts';

/** `/api/reports`: a host reads those of its own sessions, the admin all. */
export function reportRoutes(deps: Deps, reports: SiteReports): Routes {
  const { store, reportStore, limits } = deps;

  const userOf = ({ var: { host } }: Context<Env>) => (host.isAdmin ? null : host.userId);

  async function page(c: Context<Env>, { after, ...query }: ReportsQuery, atMost: number): Promise<ReportList> {
    const [endedAt, sessionId] = after?.split('.') ?? [];
    const from = endedAt && sessionId ? { endedAt: Number(endedAt), sessionId } : undefined;
    const rows = await reportStore.list({ ...query, userId: userOf(c), after: from }, atMost + 1);
    const shown = rows.slice(0, atMost);
    const last = rows.length > atMost ? shown.at(-1) : undefined;
    return { rows: shown, next: last ? `${last.endedAt}.${last.sessionId}` : null };
  }

  return new Hono<Env>()
    .use(hostOnly(deps))
    .get('/', async (c) => {
      const query = v.safeParse(reportsQuerySchema, c.req.query());
      if (!query.success) return restError(c, 'body.invalid');
      if (query.output.format === 'json') return c.json(await page(c, query.output, limits.reportsListed));
      const { rows } = await page(c, query.output, limits.reportsInCsv);
      return csvAnswer(c, listCsv(rows), 'beside-reports');
    })
    .get('/:sessionId', async (c) => {
      const id = v.safeParse(sessionIdSchema, c.req.param('sessionId'));
      const userId = userOf(c);
      const seat = id.success && userId !== null ? await store.seatOfUser(id.output, userId) : undefined;
      const isOwn = id.success && (userId === null || seat !== undefined);
      const report = isOwn ? await reports.report(id.output, seat?.participantId ?? null) : null;
      // Whether there is such a session is no business of others.
      if (!report) return restError(c, 'not-found');
      if (c.req.query('format') !== 'csv') return c.json(report);
      return csvAnswer(c, reportCsv(report), `beside-report-${report.sessionId}`);
    });
}
