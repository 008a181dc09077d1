import { Hono } from 'hono';
import * as v from 'valibot';
import { daysOf, historyCsv, historyOf, historyQuerySchema } from '../../shared/report/history.ts';
import type { Deps } from '../deps.ts';
import { siteHistory } from '../report/site-history.ts';
import type { SiteInbound } from '../settings/site-inbound.ts';
import { hostOnly } from './access.ts';
import { csvAnswer } from './csv-answer.ts';
import type { Env, Routes } from './env.ts';
import { restError } from './rest-error.ts';

/** `/api/history`: a host reads its own figures, the admin those of all. */
export function historyRoute(deps: Deps, inbound: SiteInbound): Routes {
  return new Hono<Env>().use(hostOnly(deps)).get('/', async (c) => {
    const query = v.safeParse(historyQuerySchema, c.req.query());
    const days = query.success ? daysOf(query.output, deps.now()) : null;
    if (!query.success || !days) return restError(c, 'body.invalid');
    const { host } = c.var;
    const { hostId, ...asked } = query.output;
    const of = host.isAdmin ? hostId : host.userId;
    const narrow = { ...asked, ...(of !== undefined && { hostId: of }) };
    const { cells, nameOf } = await siteHistory(deps, inbound, days, narrow);
    if (asked.format === 'csv') return csvAnswer(c, historyCsv(cells, nameOf), 'beside-figures');
    return c.json(historyOf(days, cells, nameOf));
  });
}
