import type { AddressInfo } from 'node:net';
import { serve, type WebSocketServerLike } from '@hono/node-server';
import { WebSocketServer } from 'ws';
import type { RelayApp } from './app.ts';
import type { RelayLimits } from './limits/relay-limits.ts';

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
  const info = await promise;

  async function close(): Promise<void> {
    relay.close();
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
