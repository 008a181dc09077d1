import type { Page } from 'puppeteer';

/**
 * Keeps all that the console hands to its player from now on: what came from the customer, unsealed and inflated, as
 * it was sent and before it is cleaned. To be called before the mirror begins.
 */
export const tapPlayer = (console: Page): Promise<void> =>
  console.evaluate(() => {
    const kept: string[] = [];
    Object.assign(globalThis, { tapped: kept });
    const post = MessagePort.prototype.postMessage;
    MessagePort.prototype.postMessage = function (message: unknown, ...rest: never[]) {
      kept.push(JSON.stringify(message));
      post.call(this, message, ...rest);
    };
  });

export const tapped = (console: Page): Promise<string> =>
  console.evaluate(() => (globalThis as { tapped?: string[] }).tapped?.join('\n') ?? '');
