import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { cors } from 'hono/cors';
import { recordingLimits } from '../../shared/recording/recording-limits.ts';
import type { Deps } from '../deps.ts';
import { originAllowed } from './origins.ts';
import type { Env, Middleware } from './env.ts';
import { refuseBody } from './refuse-body.ts';

const isChunk = /^\/api\/recordings\/[\w-]{22}\/tracks\/[\w-]{22}\/chunks\/\d+$/;

/** Before every route under /api: who may call it from a browser, and how much they may send. */
export function apiGuard({ settings, limits }: Deps): Middleware[] {
  const foreignOrigin: Middleware = async (c, next) => {
    const origin = c.req.header('origin');
    if (origin !== undefined && !originAllowed(settings, origin)) return c.json({ error: 'auth.required' }, 403);
    await next();
    c.header('cache-control', 'no-store');
    c.header('x-content-type-options', 'nosniff');
  };
  const bodyOf = (maxSize: number) => bodyLimit({ maxSize, onError: (c: Context<Env>) => refuseBody(c) });
  const anyBody = bodyOf(limits.jsonBodyBytes);
  const largeBodies = new Map([
    ['/api/privacy-policy', bodyOf(limits.policyBodyBytes)],
    ['/api/branding', bodyOf(limits.brandingBodyBytes)],
    ['/api/inbound', bodyOf(limits.inboundBodyBytes)],
    ['/api/recording-policy', bodyOf(limits.policyBodyBytes)],
  ]);
  const chunk = bodyOf(recordingLimits.chunkBytes);
  const limitOf = (path: string) => (isChunk.test(path) ? chunk : (largeBodies.get(path) ?? anyBody));
  return [
    foreignOrigin,
    cors({
      origin: (origin) => (originAllowed(settings, origin) ? origin : null),
      allowMethods: ['GET', 'POST', 'PUT'],
      allowHeaders: ['authorization', 'content-type', 'range'],
      exposeHeaders: ['set-auth-token', 'retry-after', 'content-range'],
      maxAge: 600,
    }),
    (c, next) => limitOf(c.req.path)(c, next),
  ];
}
