import type { Context } from 'hono';
import { keyPrefix, type Scope } from '../../shared/protocol/api-keys.ts';
import type { Deps } from '../deps.ts';
import type { ApiKeys } from '../keys/api-keys.ts';
import { hashSecret } from '../secrets.ts';
import type { Env, Host, Middleware } from './env.ts';
import { rateLimited, restError } from './rest-error.ts';

const bearerPattern = /^Bearer ([\w.~+/%=-]{16,512})$/i;

function bearerOf(header: string | undefined): string | undefined {
  return bearerPattern.exec(header ?? '')?.[1];
}

/** Who is signed in with that token, as the store has it now; null: nobody. */
async function hostOf({ auth }: Pick<Deps, 'auth'>, token: string | undefined): Promise<Host | null> {
  if (!token) return null;
  const found = await auth.api.getSession({ headers: new Headers({ authorization: `Bearer ${token}` }) });
  return found && { userId: found.user.id, name: found.user.name, isAdmin: found.user.role === 'admin' };
}

/** Leaves the signed-in host for the routes; false: nobody is signed in. */
async function signedIn(deps: Pick<Deps, 'auth'>, c: Context<Env>): Promise<boolean> {
  const token = bearerOf(c.req.header('authorization'));
  const host = await hostOf(deps, token);
  if (!host) return false;
  c.set('host', host);
  c.set('actor', { id: host.userId, name: host.name });
  c.set('mayStill', async () => {
    const now = await hostOf(deps, token);
    return now !== null && now.isAdmin >= host.isAdmin;
  });
  return true;
}

/** Signed-in hosts only, by bearer token: no cookie opens a route of the interface. */
export function hostOnly(deps: Pick<Deps, 'auth'>): Middleware {
  return async (c, next) => ((await signedIn(deps, c)) ? next() : restError(c, 'auth.required'));
}

/** Everybody; who is signed in as a host comes in as that. */
export function hostIfAny(deps: Pick<Deps, 'auth'>): Middleware {
  return async (c, next) => {
    await signedIn(deps, c);
    return next();
  };
}

/** Signed-in hosts who run the site only. */
export function adminOnly(deps: Pick<Deps, 'auth'>): Middleware {
  return async (c, next) => {
    if (!(await signedIn(deps, c))) return restError(c, 'auth.required');
    return c.var.host.isAdmin ? next() : restError(c, 'admin.required');
  };
}

/** Signed-in hosts who run the site, and API keys with this scope: the one place where scopes are looked at. */
export function adminOr(deps: Pick<Deps, 'auth'>, keys: ApiKeys, scope: Scope): Middleware {
  const admin = adminOnly(deps);
  const key = keyOnly(keys, scope);
  return (c, next) => (keyOf(c) === undefined ? admin(c, next) : key(c, next));
}

/** Whoever comes with a key must have one with the scope; others come in as they are. */
export function anyoneOr(keys: ApiKeys, scope: Scope): Middleware {
  const key = keyOnly(keys, scope);
  return (c, next) => (keyOf(c) === undefined ? next() : key(c, next));
}

function keyOf(c: Context<Env>): string | undefined {
  const bearer = bearerOf(c.req.header('authorization'));
  return bearer?.startsWith(keyPrefix) ? bearer : undefined;
}

/** API keys with this scope only. */
export function keyOnly(keys: ApiKeys, scope: Scope): Middleware {
  return async (c, next) => {
    const bearer = keyOf(c);
    const opened = bearer === undefined ? null : await keys.open(bearer);
    if (!opened || (!opened.ok && opened.waitMs === null)) return restError(c, 'auth.required');
    if (!opened.ok) return rateLimited(c, opened.waitMs ?? 0);
    if (!opened.key.scopes.includes(scope)) return restError(c, 'scope.missing');
    const { keyId, name } = opened.key;
    c.set('actor', { id: keyId, name });
    c.set('keyId', keyId);
    c.set('mayStill', () => keys.isThere(bearer ?? ''));
    return next();
  };
}

/** Participants of a session only, by their participant token. */
export function participantOnly({ store }: Pick<Deps, 'store'>): Middleware {
  return async (c, next) => {
    const token = bearerOf(c.req.header('authorization'));
    const seat = token ? await store.seatByToken(hashSecret(token)) : undefined;
    if (!seat) return restError(c, 'auth.required');
    c.set('seat', seat);
    return next();
  };
}

/** Somebody who waits, or has waited, by the secret of their request. */
export function requesterOnly({ deskStore }: Pick<Deps, 'deskStore'>): Middleware {
  return async (c, next) => {
    const token = bearerOf(c.req.header('authorization'));
    const requestId = token ? await deskStore.requestByToken(hashSecret(token)) : undefined;
    if (requestId === undefined) return restError(c, 'auth.required');
    c.set('requestId', requestId);
    return next();
  };
}
