import { Hono } from 'hono';
import { addressHeader } from '../auth/auth.ts';
import type { Deps } from '../deps.ts';
import type { Env, Routes } from './env.ts';

/** All that is open of the sign-in library; whatever else it can do is not reachable. */
const open: readonly (readonly ['GET' | 'POST', string])[] = [
  ['POST', '/sign-in/email'],
  ['POST', '/sign-out'],
  ['GET', '/get-session'],
  ['GET', '/one-time-token/generate'],
  ['POST', '/one-time-token/verify'],
  ['POST', '/device/code'],
  ['POST', '/device/token'],
  ['GET', '/device'],
  ['POST', '/device/approve'],
  ['POST', '/device/deny'],
];

/** `/api/auth`: sign-in of hosts. */
export function authRoutes({ auth }: Deps): Routes {
  const routes = new Hono<Env>();
  for (const [method, path] of open) {
    routes.on(method, path, (c) => {
      const headers = new Headers(c.req.raw.headers);
      headers.set(addressHeader, c.var.address);
      return auth.handler(new Request(c.req.raw, { headers }));
    });
  }
  return routes;
}
