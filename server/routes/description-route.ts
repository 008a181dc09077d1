import { Hono } from 'hono';
import { type Description, describe } from '../api/describe.ts';
import type { Deps } from '../deps.ts';
import type { Env, Routes } from './env.ts';

/** `/api/openapi.json`: the REST interface, for people and programs. */
export function descriptionRoute({ settings }: Pick<Deps, 'settings'>): Routes {
  let description: Description | undefined;
  return new Hono<Env>().get('/', (c) =>
    c.json((description ??= describe(settings.siteName, settings.publicOrigins[0]))),
  );
}
