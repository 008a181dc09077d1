import { type Context, Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import * as v from 'valibot';
import {
  exportBodySchema,
  linkIdSchema,
  newLinkSchema,
  openLinkSchema,
  playbackAccessSchema,
  playbackLimits,
  recordingsQuerySchema,
} from '../../shared/protocol/playback.ts';
import { type RecordingId, recordingIdSchema } from '../../shared/recording/manifest.ts';
import type { Audit } from '../audit/audit.ts';
import type { Deps } from '../deps.ts';
import type { ExportNotes } from '../playback/export-notes.ts';
import type { Opened, Playback } from '../playback/playback.ts';
import type { RecordingAccess } from '../playback/recording-access.ts';
import type { SitePlaybackAccess } from '../settings/site-playback-access.ts';
import { adminOnly, hostIfAny, hostOnly } from './access.ts';
import type { Env, Routes } from './env.ts';
import { readBody } from './read-body.ts';
import { restError } from './rest-error.ts';

const cookieName = 'beside-view';
const idOf = (c: Context<Env>): RecordingId | null => {
  const id = v.safeParse(recordingIdSchema, c.req.param('recordingId'));
  return id.success ? id.output : null;
};

/** The right to read this recording, which a view has left in a cookie for it alone. */
export const viewRight = (playback: Playback, c: Context<Env>, recordingId: RecordingId) =>
  playback.right(getCookie(c, cookieName), recordingId);

function answer(c: Context<Env>, { settings }: Pick<Deps, 'settings'>, opened: Opened): Response {
  if (!opened.ok) return restError(c, opened.code);
  const { recordingId } = opened.view.manifest;
  setCookie(c, cookieName, opened.token, {
    path: `/api/playback/${recordingId}`,
    httpOnly: true,
    sameSite: 'Strict',
    secure: settings.publicOrigins[0].startsWith('https:'),
    maxAge: playbackLimits.viewMs / 1_000,
  });
  return c.json(opened.view);
}

interface Parts {
  playback: Playback;
  access: RecordingAccess;
  exports: ExportNotes;
  audit: Audit;
}

/** `/api/playback`: recordings for the hosts who may see them. */
export function playbackRoutes(deps: Deps, { playback, access, exports, audit }: Parts): Routes {
  const { recordingList, recordingLinks: links, now } = deps;
  const host = hostOnly(deps);

  return new Hono<Env>()
    .get('/', host, async (c) => {
      const query = v.safeParse(recordingsQuerySchema, c.req.query());
      if (!query.success) return restError(c, 'body.invalid');
      const queues = await access.queuesOf(c.var.host);
      const found = await recordingList.find(
        { ...query.output, userId: c.var.host.userId, queues },
        playbackLimits.listed + 1,
      );
      const page = found.slice(0, playbackLimits.listed);
      // That a host has a place in the session is not enough: it must have led it.
      const may = await Promise.all(page.map(({ sessionId }) => access.maySee(c.var.host, sessionId)));
      const next = found.length > page.length ? (page.at(-1)?.startedAt ?? null) : null;
      return c.json({ rows: page.filter((_row, index) => may[index]), next });
    })
    .post('/:recordingId/views', host, async (c) => {
      const id = idOf(c);
      if (id === null) return restError(c, 'not-found');
      return answer(c, deps, await playback.open(c.var.host, id));
    })
    .post('/:recordingId/exports', async (c) => {
      const id = idOf(c);
      const right = id && (await viewRight(playback, c, id));
      if (!id || !right) return restError(c, 'auth.required');
      // What a link shows is not to be carried away by it.
      if (right.linkId !== null) return restError(c, 'not-found');
      const body = await readBody(c, exportBodySchema);
      if (!body) return restError(c, 'body.invalid');
      await exports.note(right, body.kind);
      return c.json({});
    })
    .get('/:recordingId/links', host, async (c) => {
      const id = idOf(c);
      if (id === null || !(await playback.maySee(c.var.host, id))) return restError(c, 'not-found');
      return c.json(
        (await links.of(id, now())).map(({ linkId, audience, at, madeByName, madeAt, expiresAt }) => ({
          linkId,
          audience,
          at,
          madeByName,
          madeAt,
          expiresAt,
        })),
      );
    })
    .post('/:recordingId/links', host, async (c) => {
      const id = idOf(c);
      if (id === null) return restError(c, 'not-found');
      const body = await readBody(c, newLinkSchema);
      if (!body) return restError(c, 'body.invalid');
      const made = await playback.makeLink(c.var.host, id, body);
      return typeof made === 'string' ? restError(c, made) : c.json(made, 201);
    })
    .post('/:recordingId/links/:linkId/revoke', host, async (c) => {
      const id = idOf(c);
      const { linkId } = c.req.param();
      if (id === null || !v.is(linkIdSchema, linkId) || !(await playback.maySee(c.var.host, id))) {
        return restError(c, 'not-found');
      }
      if (!(await links.revoke(id, linkId, now()))) return restError(c, 'not-found');
      await audit.note(c.var.actor, 'recording.link-revoked', { recordingId: id, linkId });
      return c.json({});
    });
}

/** `/api/playback-links`: for whoever has one. */
export function playbackLinkRoutes(deps: Deps, playback: Playback): Routes {
  return new Hono<Env>().post('/open', hostIfAny(deps), async (c) => {
    const body = await readBody(c, openLinkSchema);
    if (!body) return restError(c, 'body.invalid');
    return answer(c, deps, await playback.openLink(c.get('host') ?? null, body.secret));
  });
}

/** `/api/playback-access`: which hosts see what, for the admin. */
export function playbackAccessRoute(deps: Deps, setting: SitePlaybackAccess, audit: Audit): Routes {
  return new Hono<Env>()
    .use(adminOnly(deps))
    .get('/', async (c) => c.json(await setting.read()))
    .put('/', async (c) => {
      const body = await readBody(c, playbackAccessSchema);
      if (!body) return restError(c, 'body.invalid');
      await audit.note(c.var.actor, 'playback-access.set', body);
      await setting.set(body);
      return c.json(body);
    });
}
