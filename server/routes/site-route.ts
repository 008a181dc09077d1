import { Hono } from 'hono';
import { protocolVersion } from '../../shared/protocol/limits.ts';
import type { Site } from '../../shared/protocol/rest.ts';
import type { Deps } from '../deps.ts';
import type { Env, Routes } from './env.ts';

/** `/api/site`: what anybody may know of the installation. */
export function siteRoute({ settings, mailer }: Deps): Routes {
  return new Hono<Env>().get('/', (c) =>
    c.json({
      name: settings.siteName,
      protocol: protocolVersion,
      peerToPeer: settings.peerToPeer,
      mail: mailer !== null,
      stores: settings.stores,
    } satisfies Site),
  );
}
