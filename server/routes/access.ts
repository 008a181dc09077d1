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
    c.set('host', { userId: signedIn.user.id, name: signedIn.user.name });
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
