import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import { barePage } from './bare-page.ts';

const highBytes = 4 * 1024 * 1024;
const lookAgainMs = 2;

/** Serves the bare page, and hands on what one of the two says to the other, no faster than that one takes it. */
export async function startBareServer(): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(barePage);
  });
  const sockets = new Set<WebSocket>();
  new WebSocketServer({ server, perMessageDeflate: false }).on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('message', (data, isBinary) => {
      for (const other of sockets) {
        if (other === socket) continue;
        other.send(data, { binary: isBinary });
        if (other.bufferedAmount > highBytes) pauseFor(socket, other);
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.terminate();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function pauseFor(sender: WebSocket, receiver: WebSocket): void {
  sender.pause();
  const timer = setInterval(() => {
    if (receiver.bufferedAmount > highBytes / 2) return;
    clearInterval(timer);
    sender.resume();
  }, lookAgainMs);
}
