import type { Page } from 'puppeteer';
import { createBodiesReader } from '../../lab/read-mirror.ts';

interface Kept {
  message: { type: string; frame?: number };
  /** Of its body, if it has one. */
  bytes: number[] | null;
}

/**
 * Keeps all that the console hands to its player from now on: what came from the customer, unsealed, as
 * it was sent and before it is cleaned. To be called before the mirror begins.
 */
export const tapPlayer = (console: Page): Promise<void> =>
  console.evaluate(() => {
    const kept: Kept[] = [];
    Object.assign(globalThis, { tapped: kept });
    const post = MessagePort.prototype.postMessage;
    MessagePort.prototype.postMessage = function (message: unknown, ...rest: never[]) {
      const { events, sheets, ...plain } = message as Record<string, unknown>;
      const body = events ?? sheets;
      const said = JSON.parse(JSON.stringify(plain)) as Kept['message'];
      kept.push({ message: said, bytes: body instanceof Uint8Array ? [...body] : null });
      post.call(this, message, ...rest);
    };
  });

/** As text, inflated. */
export async function tapped(console: Page): Promise<string> {
  const kept = await console.evaluate(() => (globalThis as { tapped?: Kept[] }).tapped ?? []);
  const bodies = createBodiesReader();
  function body({ message: { type, frame = 0 }, bytes }: Kept): string {
    if (!bytes) return '';
    if (type === 'player.sheets') return bodies.sheets(new Uint8Array(bytes));
    return bodies.batch(frame, type === 'player.snapshot', new Uint8Array(bytes));
  }
  return kept.map((each) => JSON.stringify(each.message) + body(each)).join('\n');
}
