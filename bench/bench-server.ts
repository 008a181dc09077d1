import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { transformWithOxc } from 'vite';
import { type WebSocket, WebSocketServer } from 'ws';
import { thousandNodes } from './thousand-nodes.ts';

export interface BenchServer {
  /** Below it /page, and the peers' pages: /rrweb-customer, /rrweb-host?buffer=MS, /bare-customer and /bare-host with `?wire=direct|relay`. */
  url: string;
  close(): Promise<void>;
}

const file = (path: string) => readFileSync(fileURLToPath(new URL(path, import.meta.url)), 'utf8');

async function load(path: string): Promise<{ type: string; body: string } | null> {
  const page = /^\/(rrweb-customer|bare-customer|bare-host)$/.exec(path)?.[1];
  const script = /^\/([a-z-]+\.ts)$/.exec(path)?.[1];
  if (path === '/page') return { type: 'text/html', body: thousandNodes() };
  if (page) return { type: 'text/html', body: thousandNodes(`/${page}.ts`) };
  if (path === '/rrweb-host') return { type: 'text/html', body: rrwebHost };
  if (path === '/vendor/rrweb.js')
    return { type: 'text/javascript', body: file('../node_modules/rrweb/dist/rrweb.js') };
  if (script)
    return { type: 'text/javascript', body: (await transformWithOxc(file(`./peers/${script}`), script)).code };
  return null;
}

const rrwebHost = `<!doctype html><html><head><meta charset="utf-8"><title>rrweb</title><link rel="icon" href="data:,">
<style>${file('../node_modules/rrweb/dist/style.css')}</style>
<script type="importmap">{"imports":{"rrweb":"/vendor/rrweb.js"}}</script></head>
<body><script type="module" src="/rrweb-host.ts"></script></body></html>`;

/** Serves the page that is mirrored and the peers' own pages, and forwards what one page of a peer says to the other. */
export async function startBenchServer(): Promise<BenchServer> {
  const server = createServer((request, response) => {
    void load(new URL(request.url ?? '/', 'http://bench').pathname).then((answer) => {
      if (!answer) return void response.writeHead(404).end();
      const { type, body } = answer;
      response.writeHead(200, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store' }).end(body);
    });
  });
  const sockets = new Set<WebSocket>();
  new WebSocketServer({ server, perMessageDeflate: false }).on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('message', (data, isBinary) => {
      for (const other of sockets) if (other !== socket) other.send(data, { binary: isBinary });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}`,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.terminate();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
