import { once } from 'node:events';
import { createServer } from 'node:http';
import * as v from 'valibot';
import { type WebhookWord, webhookWordSchema } from '../../shared/protocol/webhooks.ts';

export interface Received extends WebhookWord {
  signature: string;
  text: string;
  at: number;
  /** When it came. */
  cameAt: number;
}

/** A real HTTP server that takes words of webhooks; `answers` says with which status. */
export async function startReceiver(answers: (word: Received, came: number) => number = () => 200) {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    let text = '';
    request.on('data', (part: Buffer) => (text += part.toString()));
    request.on('end', () => {
      const signature = String(request.headers['beside-signature']);
      const word = { ...v.parse(webhookWordSchema, JSON.parse(text)), signature, text, cameAt: performance.now() };
      received.push(word);
      const status = answers(word, received.length);
      response.writeHead(status, status === 302 ? { location: '/elsewhere' } : {}).end('ok');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The receiver has no port.');
  return {
    url: `http://localhost:${address.port}/hook`,
    received,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
export type Receiver = Awaited<ReturnType<typeof startReceiver>>;
