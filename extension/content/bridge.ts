import type { Runtime } from 'webextension-polyfill';
import * as v from 'valibot';
import { watchOwnInput } from '../../shared/browser/cobrowse/control/own-input.ts';
import { createAssetLoader } from '../../shared/browser/cobrowse/assets/asset-loader.ts';
import { bridgeOnly, fromPageSchema, pagePortName, type FromPage, type ToPage } from '../../shared/protocol/page.ts';
import { browser } from '../platform/browser.ts';
import { offerPort } from './port-handover.ts';

export interface Bridge {
  /** Finds the assist window, if it is not found already. */
  connect(): void;
}

const retryMs = 500;
const giveUpAfterMs = 5_000;

/**
 * In the page's ISOLATED world: hands messages between the page's MAIN world and the assist window, and
 * keeps the host's hands off while the customer's own are on. Without an assist window nothing is recorded.
 */
export function createBridge(): Bridge {
  const life = new AbortController();
  const inner = offerPort(life.signal);
  const assets = createAssetLoader({ doc: document, post: toAssist, helped: true });
  const ownInput = watchOwnInput(window, { noticed, signal: life.signal });
  let outer: Runtime.Port | null = null;
  let ready: FromPage | null = null;
  /** Since when nobody has answered; Infinity: nobody is wanted. */
  let lostAt = Infinity;

  const toPage = (message: ToPage) => inner.postMessage(message);

  function toAssist(message: FromPage) {
    try {
      outer?.postMessage(message);
    } catch {
      // The window is gone; onDisconnect says so in a moment.
    }
  }
  function noticed() {
    if (!outer) return;
    toPage({ type: 'page.release' });
    toAssist({ type: 'page.own-input' });
  }

  inner.onmessage = ({ data }: MessageEvent<unknown>) => {
    const parsed = v.safeParse(fromPageSchema, data);
    if (!parsed.success || bridgeOnly.has(parsed.output.type)) return;
    if (parsed.output.type === 'page.ready') ready = parsed.output;
    if (parsed.output.type === 'page.assets') assets.take(parsed.output);
    else toAssist(parsed.output);
  };

  function handle(message: ToPage) {
    if (message.type === 'page.stop') assets.stop();
    if (message.type === 'page.asset-ask') assets.askFonts(message);
    else if (message.type === 'page.command' && ownInput.remainingMs() > 0) {
      toAssist({ type: 'page.refused', id: message.command.id, code: 'suspended' });
    } else {
      toPage(message);
    }
  }

  function open() {
    if (outer) return;
    let port: Runtime.Port;
    try {
      port = browser.runtime.connect({ name: pagePortName });
    } catch {
      // The extension was reloaded or removed: we are an orphan.
      return life.abort();
    }
    outer = port;
    let answered = false;
    port.onMessage.addListener((message) => {
      // From our own extension's window; pages cannot open this port.
      const known = message as ToPage;
      answered = known.type !== 'page.stop';
      if (!answered) lostAt = Infinity;
      handle(known);
    });
    port.onDisconnect.addListener(() => {
      outer = null;
      handle({ type: 'page.stop' });
      if (answered) lostAt = performance.now();
      const silence = performance.now() - lostAt;
      if (silence >= 0 && silence < giveUpAfterMs) setTimeout(open, retryMs);
    });
    if (ready) toAssist(ready);
  }

  return {
    connect() {
      lostAt = performance.now();
      open();
    },
  };
}
