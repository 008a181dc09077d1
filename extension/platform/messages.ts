import * as v from 'valibot';
import type { Runtime } from 'webextension-polyfill';
import { sessionIdSchema } from '../../shared/protocol/ids.ts';
import { seatSchema } from '../../shared/protocol/rest.ts';
import { browser } from './browser.ts';

/** Messages between the extension's own parts, and from the relay's join page. */
const messageSchema = v.variant('type', [
  /**
   * From the content script on a join page: the customer's seat, and the address that they have come from, by the
   * browser's word; empty: not known. The relay is the sender's own origin.
   */
  v.strictObject({ type: v.literal('assist.open'), seat: seatSchema, cameFrom: v.string() }),
  v.strictObject({ type: v.literal('assist.show') }),
  /** To the assist window and the consoles: stop showing, now. */
  v.strictObject({ type: v.literal('stop.now') }),
  /** To the console in that tab: that session to the front. */
  v.strictObject({ type: v.literal('console.show'), tabId: v.number(), sessionId: sessionIdSchema }),
]);
export type Message = v.InferOutput<typeof messageSchema>;

export interface Caller {
  /** `extension` for our own pages; else the origin of the web page that the content script runs in. */
  origin: 'extension' | (string & {});
  tabId: number | null;
}

/** Listens in this context; a message of another shape, or from another extension, is not for us. */
export function onMessage(handler: (message: Message, caller: Caller) => void): void {
  browser.runtime.onMessage.addListener((raw: unknown, sender: Runtime.MessageSender) => {
    const result = v.safeParse(messageSchema, raw);
    if (!result.success || sender.id !== browser.runtime.id) return undefined;
    const own = sender.url?.startsWith(browser.runtime.getURL('')) ?? false;
    const origin = own ? 'extension' : sender.url ? new URL(sender.url).origin : '';
    handler(result.output, { origin, tabId: sender.tab?.id ?? null });
    return undefined;
  });
}

/** Sends to all other parts that listen; nobody listening is not an error. */
export async function sendMessage(message: Message): Promise<void> {
  await browser.runtime.sendMessage(message).catch(() => undefined);
}
