import { upgradeWebSocket } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import { WebSocket } from 'ws';
import type { Deps } from '../deps.ts';
import { addressKey } from '../limits/client-address.ts';
import type { SitePolicy } from '../settings/site-policy.ts';
import type { Sessions } from '../sessions/sessions.ts';
import { serveBulk } from '../socket/bulk-socket.ts';
import { serveControl } from '../socket/control-socket.ts';
import { greet } from '../socket/greet.ts';
import type { Sockets } from '../socket/sockets.ts';
import type { Env, Middleware, Routes } from './env.ts';
import { originAllowed } from './origins.ts';

const kinds = { control: serveControl, bulk: serveBulk };

/** `/socket/control` and `/socket/bulk`: let in by origin, then by the ticket of the first message. */
export function socketRoutes(deps: Deps, sessions: Sessions, sockets: Sockets, policy: SitePolicy): Routes {
  const { settings, limits, metrics, log } = deps;

  const letIn: Middleware = async (c, next) => {
    if (!originAllowed(settings, c.req.header('origin'))) return c.body(null, 403);
    if (sockets.draining()) return c.body(null, 503);
    if (sockets.waiting(addressKey(c.var.address)) >= limits.socketsWithoutHelloPerAddress) return c.body(null, 429);
    return next();
  };

  async function serve(ws: WebSocket, kind: keyof typeof kinds, key: string): Promise<void> {
    const greeting = sockets.opened(ws, key);
    const greeted = await greet(ws, deps, sessions);
    greeting();
    if (!greeted) return;
    metrics.connections.inc({ kind });
    const { sessionId, participantId } = greeted.seat;
    log.info({ kind, sessionId, participantId }, 'socket opened');
    ws.once('close', (code) => {
      metrics.connections.dec({ kind });
      log.info({ kind, sessionId, participantId, code }, 'socket closed');
    });
    kinds[kind](ws, deps, sessions, greeted, policy);
  }

  const routes = new Hono<Env>();
  for (const kind of ['control', 'bulk'] as const) {
    routes.get(
      `/${kind}`,
      letIn,
      upgradeWebSocket((c: Context<Env>) => {
        const key = addressKey(c.var.address);
        return {
          onOpen(_event, { raw }) {
            if (raw instanceof WebSocket) serve(raw, kind, key).catch(deps.report);
          },
        };
      }),
    );
  }
  return routes;
}
