import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { type Context, Hono } from 'hono';
import { managerFileName, managerListFile } from '../../shared/protocol/manager-downloads.ts';
import type { Deps } from '../deps.ts';
import type { Env, Middleware, Routes } from './env.ts';
import { restError } from './rest-error.ts';

type Policy = Readonly<Record<string, string>>;

const pagePolicy = (origins: readonly string[]): Policy => ({
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data:",
  'connect-src': `'self' ${origins.map((origin) => origin.replace(/^http/, 'ws')).join(' ')}`,
  'form-action': "'none'",
  'base-uri': "'none'",
  'frame-ancestors': "'none'",
});

/** A worker goes by the policy of its own script, and those that hash files compile WebAssembly; no page does. */
const scriptPolicy = (origins: readonly string[]): Policy => ({
  ...pagePolicy(origins),
  'script-src': "'self' 'wasm-unsafe-eval'",
});

/** The page of the privacy policy plays pages of others' to show what is left of them, and needs their style sheets. */
const privacyPolicy = (origins: readonly string[]): Policy => ({
  ...pagePolicy(origins),
  'style-src': "'self' 'unsafe-inline'",
});

/** The join page may hold one more page: the player, for what a host shows. */
const joinPolicy = (origins: readonly string[]): Policy => ({
  ...pagePolicy(origins),
  'frame-src': origins.map((origin) => `${origin}/player`).join(' '),
});

/** Recordings hold the player as well, and play screens and voices that the relay has. */
const recordingsPolicy = (origins: readonly string[]): Policy => ({
  ...joinPolicy(origins),
  'media-src': "'self'",
  'worker-src': "'self'",
});

/**
 * A hostile page is played there. The player says the same of itself (extension/player/index.html), and what only
 * a header can say is said here.
 */
const playerPolicy: Policy = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self' 'unsafe-inline'",
  'img-src': 'data: blob:',
  'font-src': 'data: blob:',
  'media-src': 'data: blob:',
  'frame-src': "'none'",
  'form-action': "'none'",
  'base-uri': "'none'",
  'frame-ancestors': "'self'",
  sandbox: 'allow-scripts allow-same-origin',
};

const policyText = (policy: Policy) =>
  Object.entries(policy)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');

const commonHeaders = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cache-control': 'no-cache',
};

const pages = {
  '/admin': 'admin',
  '/api-docs': 'api-docs',
  '/sign-in': 'sign-in',
  '/set-password': 'set-password',
  '/device': 'device',
  '/downloads': 'downloads',
  '/reports': 'reports',
};

const downloads = {
  '/downloads/beside-chrome.zip': 'beside-chrome.zip',
  '/downloads/beside-firefox.xpi': 'beside-firefox.xpi',
};

/** The relay's own pages, the built extension and the sample shop. What is not built is not found. */
export function pageRoutes({ settings }: Deps): Routes {
  const { folders, publicOrigins } = settings;
  const secure = publicOrigins[0].startsWith('https:');

  const withThese =
    (headersFor: (c: Context<Env>) => Readonly<Record<string, string>>): Middleware =>
    async (c, next) => {
      await next();
      for (const [name, value] of Object.entries(headersFor(c))) c.header(name, value);
      if (secure) c.header('strict-transport-security', 'max-age=31536000');
    };
  const guarded = (policy: Policy): Middleware => {
    const headers = { 'content-security-policy': policyText(policy), ...commonHeaders };
    return withThese(() => headers);
  };
  /** Opened by a page with `embed.js` it must know its opener; opened in any other way it has none. */
  const besideEmbed = (policy: Policy): Middleware => {
    const headers = { 'content-security-policy': policyText(policy), ...commonHeaders };
    const beside = { ...headers, 'cross-origin-opener-policy': 'unsafe-none' };
    return withThese((c) => (c.req.query('embed') === undefined ? headers : beside));
  };
  const withHeaders = guarded(pagePolicy(publicOrigins));
  /** Firefox offers to install only what is called this. */
  const installable: Middleware = async (c, next) => {
    await next();
    if (c.res.ok && c.req.path.endsWith('.xpi')) c.header('content-type', 'application/x-xpinstall');
  };
  const oneFile = (root: string, path: string): Middleware => serveStatic({ root, rewriteRequestPath: () => path });

  const routes = new Hono<Env>();
  if (existsSync(folders.pages)) {
    for (const path of ['/', '/join']) {
      routes.get(path, besideEmbed(joinPolicy(publicOrigins)), oneFile(folders.pages, '/join/index.html'));
    }
    for (const path of ['/help', '/help/:queueId']) {
      routes.get(path, besideEmbed(joinPolicy(publicOrigins)), oneFile(folders.pages, '/help/index.html'));
    }
    routes.get('/admin/privacy', guarded(privacyPolicy(publicOrigins)), oneFile(folders.pages, '/privacy/index.html'));
    routes.get(
      '/recordings',
      guarded(recordingsPolicy(publicOrigins)),
      oneFile(folders.pages, '/recordings/index.html'),
    );
    routes.get('/player', guarded(playerPolicy), oneFile(folders.pages, '/player/index.html'));
    routes.get('/reports/:sessionId', withHeaders, oneFile(folders.pages, '/reports/index.html'));
    for (const [path, page] of Object.entries(pages)) {
      routes.get(path, withHeaders, oneFile(folders.pages, `/${page}/index.html`));
    }
    routes.get('/assets/*', guarded(scriptPolicy(publicOrigins)), serveStatic({ root: folders.pages }));
  }
  if (existsSync(folders.dist)) {
    for (const [path, file] of Object.entries(downloads)) {
      routes.get(path, withHeaders, installable, oneFile(folders.dist, `/${file}`));
    }
  }
  routes.get('/downloads/manager/:file', withHeaders, async (c, next) => {
    const { file } = c.req.param();
    if (file !== managerListFile && !managerFileName.test(file)) return next();
    return oneFile(folders.dist, `/manager/${file}`)(c, next);
  });
  const { shop } = folders;
  if (shop === null || !existsSync(shop)) return routes;

  // The shop stands for a site of its own: it has no headers of ours, and paths of its client routing are its page.
  const inShop = (path: string) => path.slice('/shop'.length);
  routes.get('/shop', (c) => c.redirect('/shop/'));
  routes.get('/shop/*', serveStatic({ root: shop, rewriteRequestPath: inShop }));
  routes.get('/shop/:app/*', async (c, next) => {
    const { app } = c.req.param();
    if (c.req.path.includes('.') || !/^[\w-]+$/.test(app)) return next();
    return oneFile(shop, join('/', app, 'index.html'))(c, next);
  });
  routes.get('/shop/*', (c) => restError(c, 'not-found'));
  return routes;
}
