import { Hono } from 'hono';
import type { Deps } from '../deps.ts';
import { createAttempts } from '../limits/attempts.ts';
import { addressKey } from '../limits/client-address.ts';
import type { Env, Routes } from './env.ts';
import { rateLimited } from './rest-error.ts';

interface Open {
  method: 'GET' | 'POST';
  path: string;
  /** Somebody could guess here. */
  guessable?: true;
}

/** All that is open of the sign-in library; whatever else it can do is not reachable. */
const open: readonly Open[] = [
  { method: 'POST', path: '/sign-in/email', guessable: true },
  { method: 'POST', path: '/sign-out' },
  { method: 'GET', path: '/get-session' },
  { method: 'GET', path: '/one-time-token/generate' },
  { method: 'POST', path: '/one-time-token/verify', guessable: true },
  { method: 'POST', path: '/device/code', guessable: true },
  { method: 'POST', path: '/device/token' },
  { method: 'GET', path: '/device', guessable: true },
  { method: 'POST', path: '/device/approve', guessable: true },
  { method: 'POST', path: '/device/deny', guessable: true },
];

/** `/api/auth`: sign-in of hosts. */
export function authRoutes({ auth, limits, now }: Deps): Routes {
  const routes = new Hono<Env>();
  for (const { method, path, guessable } of open) {
    const attempts = createAttempts(limits.signInTriesPerMinute, now);
    routes.on(method, path, (c) => {
      const wait = guessable ? attempts.wait(addressKey(c.var.address)) : 0;
      return wait > 0 ? rateLimited(c, wait) : auth.handler(c.req.raw);
    });
  }
  return routes;
}
