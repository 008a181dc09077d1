import type { Deps } from '../deps.ts';
import { hashSecret } from '../secrets.ts';
import type { Middleware } from './env.ts';
import { restError } from './rest-error.ts';

const bearerPattern = /^Bearer ([\w.~+/%=-]{16,512})$/i;

function bearerOf(header: string | undefined): string | undefined {
  return bearerPattern.exec(header ?? '')?.[1];
}

/** Signed-in hosts only, by bearer token: no cookie opens a route of the interface. */
export function hostOnly({ auth }: Pick<Deps, 'auth'>): Middleware {
  return async (c, next) => {
    const token = bearerOf(c.req.header('authorization'));
    const signedIn = token
      ? await auth.api.getSession({ headers: new Headers({ authorization: `Bearer ${token}` }) })
      : null;
    if (!signedIn) return restError(c, 'auth.required');
    const { id: userId, name, role } = signedIn.user;
    c.set('host', { userId, name, isAdmin: role === 'admin' });
    return next();
  };
}

/** Signed-in hosts who run the site only. */
export function adminOnly(deps: Pick<Deps, 'auth'>): [Middleware, Middleware] {
  return [hostOnly(deps), (c, next) => (c.var.host.isAdmin ? next() : Promise.resolve(restError(c, 'admin.required')))];
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
