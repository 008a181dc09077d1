import { Readable } from 'node:stream';
import { Hono } from 'hono';
import { heldQuerySchema, subjectSchema } from '../../shared/protocol/held.ts';
import type { Audit } from '../audit/audit.ts';
import type { Deps } from '../deps.ts';
import type { DeskRoom } from '../desk/desk-room.ts';
import { type Erasure, sessionHash } from '../erasure/erasure.ts';
import { exportHeld } from '../erasure/export-held.ts';
import { findHeld } from '../erasure/find-held.ts';
import type { ApiKeys } from '../keys/api-keys.ts';
import type { SiteBranding } from '../settings/site-branding.ts';
import { adminOr } from './access.ts';
import type { Env, Routes } from './env.ts';
import { readBody } from './read-body.ts';
import { restError } from './rest-error.ts';

interface HeldDeps extends Deps {
  room: DeskRoom;
  erasure: Erasure;
  keys: ApiKeys;
  audit: Audit;
  branding: Pick<SiteBranding, 'siteName'>;
}

/** `/api/held`: what is held about a customer, for the admin and keys with the scope. What is looked for is in no URL. */
export function heldRoutes({ room, erasure, keys, audit, branding, ...deps }: HeldDeps): Routes {
  return new Hono<Env>()
    .use(adminOr(deps, keys, 'erasure'))
    .post('/find', async (c) => {
      const body = await readBody(c, heldQuerySchema);
      if (!body) return restError(c, 'body.invalid');
      await room.refresh();
      return c.json(await findHeld(deps, body.text, (requestId) => room.desk.waiting.has(requestId)));
    })
    .post('/export', async (c) => {
      const subject = await readBody(c, subjectSchema);
      if (!subject) return restError(c, 'body.invalid');
      const { sessionIds } = subject;
      const asked = [...new Set([...subject.requestIds, ...(await deps.heldStore.requestsOf(sessionIds))])];
      await audit.note(c.var.actor, 'data.exported', { sessions: sessionIds.map(sessionHash), asked: asked.length });
      const head = { site: await branding.siteName(), exportedAt: deps.now() };
      const text = exportHeld(deps.erasers, { sessionIds, requestIds: asked }, head);
      c.header('content-disposition', 'attachment; filename="beside-data.json"');
      c.header('content-type', 'application/json; charset=utf-8');
      return c.body(Readable.toWeb(Readable.from(text)) as ReadableStream<Uint8Array>);
    })
    .post('/erase', async (c) => {
      const subject = await readBody(c, subjectSchema);
      if (!subject) return restError(c, 'body.invalid');
      return c.json(await erasure.erase(c.var.actor, subject));
    });
}
