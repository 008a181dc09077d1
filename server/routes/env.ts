import type { HttpBindings } from '@hono/node-server';
import type { Hono, MiddlewareHandler } from 'hono';
import type { RequestId } from '../../shared/queue/desk-facts.ts';
import type { Actor } from '../audit/audit.ts';
import type { Seat } from '../store/store.ts';

export interface Host {
  userId: string;
  name: string;
  isAdmin: boolean;
}

/** What the middlewares leave for the routes. */
export interface Env {
  Bindings: HttpBindings;
  Variables: {
    address: string;
    host: Host;
    /** A host, or an API key. */
    actor: Actor;
    /** Only where a key opened the route. */
    keyId: string | undefined;
    /** What let a host or a key in would let them in again; asked while an answer goes on. */
    mayStill: (() => Promise<boolean>) | undefined;
    seat: Seat;
    requestId: RequestId;
  };
}

export type Routes = Hono<Env>;
export type Middleware = MiddlewareHandler<Env>;
