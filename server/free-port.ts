import { once } from 'node:events';
import { createServer } from 'node:net';

/** A port that nobody listens on. The public URL holds the port, so it must be known before listening. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port is free.');
  return address.port;
}
