import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import type { Deps } from '../deps.ts';
import type { DeskRoom } from '../desk/desk-room.ts';
import { openingNow } from '../../shared/queue/opening-now.ts';
import type { Env, Middleware, Routes } from './env.ts';

const headers = {
  'x-content-type-options': 'nosniff',
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
};
/** Each page of a site asks for it: at hand at once, and soon the new one after an update of the relay. */
const forMinutes = 'public, max-age=300, stale-while-revalidate=86400';

/** What sites' pages load, from whatever origin: the button, its look, and the recorder once it is wanted. */
export function embedRoutes({ settings, now }: Deps, room: DeskRoom): Routes {
  const root = settings.folders.pages;
  const forAnyone =
    (cacheControl: string): Middleware =>
    async (c, next) => {
      await next();
      if (!c.res.ok) return;
      for (const [name, value] of Object.entries(headers)) c.header(name, value);
      c.header('cache-control', cacheControl);
    };
  const routes = new Hono<Env>();
  for (const path of ['/embed.js', '/embed-recorder.js']) {
    routes.get(path, forAnyone(forMinutes), serveStatic({ root, rewriteRequestPath: () => `/embed${path}` }));
  }
  return routes.get('/embed/queues/:queueId', forAnyone('public, max-age=60'), async (c) => {
    await room.recent();
    const { isOn, queues } = room.inbound;
    const queue = queues.find(({ id }) => id === c.req.param('queueId'));
    const origin = c.req.header('origin');
    const isHere = queue && (queue.origins.length === 0 || (origin !== undefined && queue.origins.includes(origin)));
    c.header('vary', 'origin');
    return c.text(isOn && queue?.isOn && isHere && openingNow(queue.hours, now()).isOpen ? 'open' : 'closed');
  });
}
