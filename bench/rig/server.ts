import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { joinRooms } from './rooms.ts';

export interface RigServer {
  /** `http://localhost:PORT`; below it /npm/PACKAGE/, /features/, /workloads/, /built/, the rooms of /wire, and /fetched?url= for what no page may read. */
  url: string;
  /** The same on another origin. */
  otherUrl: string;
  /** Bytes that OpenReplay's tracker has sent so far. */
  openReplayBytes(): number;
  close(): Promise<void>;
}

const root = fileURLToPath(new URL('../..', import.meta.url));

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.gif': 'image/gif',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
};

/** A picture that only the customer's session may see, and a sheet that no script may read from elsewhere. */
const guarded = '/guarded.svg';
const picture = `<svg xmlns="http://www.w3.org/2000/svg" width="120" height="60"><rect width="120" height="60" fill="#c2185b"/><circle cx="30" cy="30" r="20" fill="#ffd54f"/></svg>`;

/** UIkit ships its test pages without the one script that brings its own sheet and scripts in. */
const uikitLoader = '/npm/uikit/tests/js/test.js';
const uikitParts = `document.write('<link rel="stylesheet" href="../dist/css/uikit.css"><script src="../dist/js/uikit.js"></' + 'script><script src="../dist/js/uikit-icons.js"></' + 'script>')`;

/** What OpenReplay's tracker is told when it starts; what it sends then is taken and forgotten. */
const openReplayStart = {
  token: 'token',
  userUUID: 'user',
  sessionID: '1',
  projectID: 1,
  beaconSizeLimit: 1_000_000,
  startTimestamp: 0,
  delay: 0,
};

/** Serves foreign pages from npm packages, our own of one feature each, and what plays and records them. `built`: folder of `buildRig`. */
export async function startRigServer(built: string): Promise<RigServer> {
  let policy = '';
  let toOpenReplay = 0;
  const server = createServer((request, response) => {
    if (request.url?.startsWith('/openreplay/')) request.on('data', (chunk: Buffer) => (toOpenReplay += chunk.length));
    void answer(request, built).then(({ status, type, body, from }) => {
      const headers: Record<string, string> = { 'content-type': type, 'cache-control': 'no-store' };
      if (from !== undefined) headers['x-fetched-url'] = from;
      // Foreign pages name servers on the internet, which may answer or not: here nothing does.
      if (type.startsWith('text/html')) {
        headers['content-security-policy'] = policy;
        headers['set-cookie'] = 'seat=customer';
      }
      response.writeHead(status, headers).end(body);
    });
  });
  const leave = joinRooms(server);
  // All addresses: `localhost` is ::1 for one browser and 127.0.0.1 for another.
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as AddressInfo;
  const own = `'self' data: blob: http://localhost:${port} http://127.0.0.1:${port} ws://localhost:${port}`;
  policy = `default-src ${own} 'unsafe-inline' 'unsafe-eval'`;
  return {
    url: `http://localhost:${port}`,
    otherUrl: `http://127.0.0.1:${port}`,
    openReplayBytes: () => toOpenReplay,
    close: () =>
      new Promise((resolve) => {
        leave();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

interface Answer {
  status: number;
  type: string;
  body: string | Uint8Array;
  /** Where it was fetched for somebody else. */
  from?: string;
}

async function answer(request: IncomingMessage, built: string): Promise<Answer> {
  const { pathname: path, searchParams } = new URL(request.url ?? '/', 'http://rig');
  if (path === '/fetched') return fetchFor(searchParams.get('url') ?? '', request.socket.localPort);
  if (path === guarded) {
    const may = request.headers.cookie?.includes('seat=customer') ?? false;
    return { status: may ? 200 : 403, type: 'image/svg+xml', body: may ? picture : '' };
  }
  if (path.startsWith('/openreplay/')) {
    for await (const _chunk of request);
    const body = JSON.stringify({ ...openReplayStart, startTimestamp: Date.now() });
    return { status: 200, type: 'application/json', body };
  }
  if (path === uikitLoader) return { status: 200, type: 'text/javascript', body: uikitParts };
  const file = fileOf(normalize(decodeURIComponent(path)), built);
  try {
    return { status: 200, type: types[extname(file)] ?? 'application/octet-stream', body: await readFile(file) };
  } catch {
    return { status: 404, type: 'text/plain', body: 'Not found' };
  }
}

/** Of this server only: nothing on the internet has a say in what is measured. */
async function fetchFor(url: string, port: number | undefined): Promise<Answer> {
  const isOwn = URL.canParse(url) && /^(?:localhost|127\.0\.0\.1)$/.test(new URL(url).hostname);
  if (!isOwn || new URL(url).port !== String(port)) return { status: 404, type: 'text/plain', body: 'Not found' };
  const response = await fetch(url);
  const type = response.headers.get('content-type') ?? '';
  return { status: response.status, type, body: new Uint8Array(await response.arrayBuffer()), from: response.url };
}

function fileOf(path: string, built: string): string {
  const withIndex = path.endsWith('/') ? `${path}index.html` : path;
  if (withIndex.startsWith('/npm/')) return `${root}node_modules/${withIndex.slice('/npm/'.length)}`;
  if (withIndex.startsWith('/built/')) return `${built}/${withIndex.slice('/built/'.length)}`;
  if (withIndex.startsWith('/workloads/')) return `${root}bench/mirror/pages/${withIndex.slice('/workloads/'.length)}`;
  return `${root}test/fixtures${withIndex}`;
}
