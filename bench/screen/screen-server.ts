import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { extname, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformWithOxc } from 'vite';
import { type WebSocket, WebSocketServer } from 'ws';

export interface ScreenServer {
  /** `http://localhost:PORT`; below it the pages of this folder and /npm/PACKAGE/. */
  url: string;
  /** Bytes that VNC servers have sent to viewers so far. */
  vncBytes(): number;
  close(): Promise<void>;
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const types: Record<string, string> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript' };

async function load(path: string): Promise<{ type: string; body: string }> {
  if (path === '/bar-code.ts') {
    const source = await readFile(`${root}bench/screen/bar-code.ts`, 'utf8');
    return { type: 'text/javascript', body: (await transformWithOxc(source, path)).code };
  }
  const file = path.startsWith('/npm/') ? `node_modules/${path.slice('/npm/'.length)}` : `bench/screen/pages${path}`;
  return { type: types[extname(file)] ?? 'text/plain', body: await readFile(root + file, 'utf8') };
}

/**
 * Serves the page that is shown and the peers' own pages; `/wire` forwards what one page of a peer says to the other,
 * `/vnc?port=` goes on to a VNC server of this machine.
 */
export async function startScreenServer(): Promise<ScreenServer> {
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://bench').pathname);
    load(path).then(
      ({ type, body }) => response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' }).end(body),
      () => response.writeHead(404).end(),
    );
  });
  const wire = new Set<WebSocket>();
  let vncBytes = 0;
  const sockets = new WebSocketServer({ server, perMessageDeflate: false });
  sockets.on('connection', (socket, request) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://bench');
    if (pathname === '/vnc') {
      const far = connect(Number(searchParams.get('port')), '127.0.0.1').setNoDelay();
      far.on('data', (bytes) => {
        vncBytes += bytes.length;
        socket.send(bytes);
      });
      far.on('close', () => socket.close());
      far.on('error', () => socket.close());
      socket.on('message', (bytes) => far.write(bytes as Buffer));
      socket.on('close', () => far.destroy());
      return;
    }
    wire.add(socket);
    socket.on('close', () => wire.delete(socket));
    socket.on('message', (data, isBinary) => {
      for (const other of wire) if (other !== socket) other.send(data, { binary: isBinary });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}`,
    vncBytes: () => vncBytes,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets.clients) socket.terminate();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
