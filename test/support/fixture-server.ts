import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface FixtureServer {
  /** `http://localhost:PORT`; below it /shop/, /spa/, /frames/, /vendor/. */
  url: string;
  /** The same pages on another origin. */
  otherUrl: string;
  close(): Promise<void>;
}

const root = fileURLToPath(new URL('../..', import.meta.url));

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.pdf': 'application/pdf',
};

/** Serves the pages that customers are helped on. No cookies, nothing of Beside. */
export async function startFixtureServer(): Promise<FixtureServer> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://fixture').pathname;
    void load(path).then(({ status, type, body }) => {
      response.writeHead(status, { 'content-type': type, 'cache-control': 'no-cache' }).end(body);
    });
  });
  // All addresses: `localhost` is ::1 for one browser and 127.0.0.1 for another.
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}`,
    otherUrl: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

interface Answer {
  status: number;
  type: string;
  body: string | Uint8Array;
}

async function load(path: string): Promise<Answer> {
  const file = fileOf(normalize(decodeURIComponent(path)));
  try {
    return { status: 200, type: types[extname(file)] ?? 'application/octet-stream', body: await readFile(file) };
  } catch {
    return { status: 404, type: 'text/plain', body: 'Not found' };
  }
}

function fileOf(path: string): string {
  const withIndex = path.endsWith('/') ? `${path}index.html` : path;
  if (withIndex.startsWith('/shop/')) return `${root}demo${withIndex}`;
  if (withIndex.startsWith('/vendor/')) return `${root}node_modules/${withIndex.slice('/vendor/'.length)}`;
  // A single-page app answers each of its own paths with its one page.
  if (withIndex.startsWith('/spa/') && extname(withIndex) !== '.js') return `${root}test/fixtures/spa/index.html`;
  return `${root}test/fixtures${withIndex}`;
}
