import { Hono } from 'hono';
import { protocolVersion } from '../../shared/protocol/limits.ts';
import type { Site } from '../../shared/protocol/rest.ts';
import type { Deps } from '../deps.ts';
import type { SiteBranding } from '../settings/site-branding.ts';
import type { Env, Routes } from './env.ts';

/**
 * `/api/site`: what anybody may know of the installation. The logo comes with it: the extension's pages would
 * otherwise load pictures from a relay, and one answer is quicker than two.
 */
export function siteRoute({ settings, mailer }: Deps, branding: SiteBranding): Routes {
  return new Hono<Env>().get('/', async (c) => {
    const { name, ...look } = await branding.read();
    return c.json({
      name: name ?? settings.siteName,
      look,
      protocol: protocolVersion,
      peerToPeer: settings.peerToPeer,
      mail: mailer !== null,
      stores: settings.stores,
    } satisfies Site);
  });
}
