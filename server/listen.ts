import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { serve, type WebSocketServerLike } from '@hono/node-server';
import { WebSocketServer } from 'ws';
import type { RelayApp } from './app.ts';
import type { RelayLimits } from './limits/relay-limits.ts';
import type { TurnDoor } from './turn/turn-door.ts';

export interface Listening {
  port: number;
  /** Takes nothing new, sends everybody away, closes. */
  stop(): Promise<void>;
  /** Cuts everything off, as a crash would. */
  kill(): Promise<void>;
}

/** Port 0 takes any that is free. Rejects when the port is taken. */
export async function listen(relay: RelayApp, port: number, limits: RelayLimits): Promise<Listening> {
  const wss = new WebSocketServer({ noServer: true, maxPayload: limits.bulkFrameBytes, perMessageDeflate: false });
  const { promise, resolve, reject } = Promise.withResolvers<AddressInfo>();
  const server = serve(
    {
      fetch: relay.app.fetch,
      port,
      // The adapter's own type of a server differs from that of ws by optional fields only.
      websocket: { server: wss as unknown as WebSocketServerLike },
      serverOptions: {
        headersTimeout: limits.helloWithinMs,
        requestTimeout: 30_000,
        connectionsCheckingInterval: 2_000,
      },
    },
    resolve,
  );
  server.once('error', reject);
  const { turn } = relay;
  if (turn?.port === null) putBefore(server, turn);
  const info = await promise;
  const turnServer = turn && turn.port !== null ? await listenForTurn(turn, turn.port) : null;

  async function close(): Promise<void> {
    relay.close();
    turnServer?.close();
    const closed = new Promise((done) => server.close(done));
    if ('closeAllConnections' in server) server.closeAllConnections();
    await closed;
  }

  return {
    port: info.port,
    async stop() {
      await relay.drain();
      await close();
    },
    async kill() {
      for (const ws of wss.clients) ws.terminate();
      await close();
    },
  };
}

/** Connections reach the server only once they are known not to be for TURN. */
function putBefore(server: Pick<Server, 'listeners' | 'removeAllListeners' | 'on'>, door: TurnDoor): void {
  const own = server.listeners('connection');
  server.removeAllListeners('connection');
  server.on('connection', (socket) => {
    door.enter(socket, () => {
      for (const listener of own) listener.call(server, socket);
      socket.resume();
    });
  });
}

async function listenForTurn(door: TurnDoor, port: number): Promise<Server> {
  const server = createServer((socket: Socket) => door.enter(socket, () => socket.destroy())).listen(port);
  await once(server, 'listening');
  return server;
}
