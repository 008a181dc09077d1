import type { Page } from 'puppeteer';

/** Counts from now on what a window sends to other machines, by whatever way. */
export const countSent = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const counter = { bytes: 0 };
    Object.assign(globalThis, { sent: counter });
    for (const proto of [RTCDataChannel.prototype, WebSocket.prototype]) {
      const { send } = proto as { send(data: unknown): void };
      Object.assign(proto, {
        send(this: object, data: string | ArrayBuffer | ArrayBufferView) {
          counter.bytes += typeof data === 'string' ? data.length : data.byteLength;
          send.call(this, data);
        },
      });
    }
  });

export const sentBytes = (page: Page): Promise<number> =>
  page.evaluate(() => (globalThis as { sent?: { bytes: number } }).sent?.bytes ?? 0);
