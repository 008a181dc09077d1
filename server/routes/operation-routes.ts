import { BlockList, isIPv6 } from 'node:net';
import { Hono } from 'hono';
import type { Deps } from '../deps.ts';
import type { Env, Routes } from './env.ts';
import { restError } from './rest-error.ts';

const own = new BlockList();
own.addSubnet('127.0.0.0', 8);
own.addSubnet('10.0.0.0', 8);
own.addSubnet('172.16.0.0', 12);
own.addSubnet('192.168.0.0', 16);
own.addAddress('::1', 'ipv6');
own.addSubnet('fc00::', 7, 'ipv6');

/** For whoever runs the relay: is it alive, does it take work, what does it do. */
export function operationRoutes({ store, metrics }: Deps, draining: () => boolean): Routes {
  return new Hono<Env>()
    .get('/healthz', (c) => c.json({ ok: true }))
    .get('/readyz', async (c) => {
      const stored = await store.check().then(
        () => true,
        () => false,
      );
      const ok = stored && !draining();
      return c.json({ ok }, ok ? 200 : 503);
    })
    .get('/metrics', async (c) => {
      // Figures are for one's own network.
      const { address } = c.var;
      if (!own.check(address, isIPv6(address) ? 'ipv6' : 'ipv4')) return restError(c, 'not-found');
      return c.text(await metrics.registry.metrics(), 200, { 'content-type': metrics.registry.contentType });
    });
}
