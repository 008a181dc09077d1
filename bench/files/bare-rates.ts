import type { TestBrowser } from '../../test/support/test-browser.ts';
import { waitFor } from '../../test/support/wait-for.ts';
import { startBareServer } from './bare-server.ts';

declare global {
  interface Window {
    benchOffer(): Promise<true>;
    benchSend(kind: 'channel' | 'socket', bytes: number): Promise<void>;
    benchWhole(bytes: number): Promise<void>;
  }
}

/** MB/s of a bare data channel and of a bare WebSocket through a server of Node's, between the same two browsers. */
export async function bareRates(
  from: TestBrowser,
  to: TestBrowser,
  bytes: number,
): Promise<{ channel: number; socket: number }> {
  const server = await startBareServer();
  const [sender, receiver] = await Promise.all([from.open(server.url), to.open(server.url)]);
  try {
    for (const page of [sender, receiver]) await waitFor('a bare page', () => page.evaluate(() => window.benchReady));
    await sender.evaluate(() => window.benchOffer());
    const rate = async (kind: 'channel' | 'socket') => {
      const whole = receiver.evaluate((count) => window.benchWhole(count), bytes);
      const startedAt = performance.now();
      await sender.evaluate((wire, count) => window.benchSend(wire, count), kind, bytes);
      await whole;
      return bytes / 1_000 / (performance.now() - startedAt);
    };
    return { channel: await rate('channel'), socket: await rate('socket') };
  } finally {
    await Promise.all([sender.close(), receiver.close()]);
    await server.close();
  }
}
