import type { Runtime } from 'webextension-polyfill';
import { createPageBridge } from '../../shared/browser/cobrowse/page-bridge.ts';
import { handClosedRoots } from '../../shared/browser/cobrowse/record/closed-roots.ts';
import { parseWith } from '../../shared/protocol/codec.ts';
import { bridgeOnly, fromPageSchema, pagePortName, type FromPage, type ToPage } from '../../shared/protocol/page.ts';
import { browser } from '../platform/browser.ts';
import { namesAllLoaded } from '../platform/names-all-loaded.ts';
import { anyShadowRoot } from '../platform/any-shadow-root.ts';
import { openChannel } from './private-channel.ts';

export interface Bridge {
  /** Finds the assist window, if it is not found already. */
  connect(): void;
}

const retryMs = 500;
const giveUpAfterMs = 5_000;
/** A port that nobody answers may lead nowhere: Firefox gives such to a page that has just come out of its cache. */
const unansweredMs = 300;

/**
 * In the ISOLATED world of a page or of a frame with a recorder of its own: finds the assist window and hands messages
 * between it and the MAIN world. Without an assist window nothing is recorded.
 */
export function createBridge(): Bridge {
  const life = new AbortController();
  const isFile = document.contentType === 'application/pdf';
  const inner = openChannel(life.signal);
  const between = createPageBridge({
    win: window,
    toWindow: toAssist,
    toRecorder: inner.post,
    isWanted: () => outer !== null,
    handClosedRoots: (nonce) => handClosedRoots(document, nonce, anyShadowRoot),
    rootOf: anyShadowRoot,
    helped: true,
    namesAll: namesAllLoaded,
    signal: life.signal,
  });
  let outer: Runtime.Port | null = null;
  let ready: FromPage | null = null;
  let openedAt = -Infinity;
  /** Somebody is at the other end of `outer`. */
  let answered = false;
  /** Since when nobody has answered; Infinity: nobody is wanted. */
  let lostAt = Infinity;

  function toAssist(message: FromPage) {
    try {
      outer?.postMessage(message);
    } catch {
      // The window is gone; onDisconnect says so in a moment.
    }
  }

  inner.hear((text) => {
    const parsed = parseWith(fromPageSchema, text);
    if (!parsed.ok || bridgeOnly.has(parsed.message.type)) return;
    const { message } = parsed;
    if (message.type === 'page.ready') ready = message;
    if (!isFile) between.fromRecorder(message);
  });

  function lost() {
    outer = null;
    between.lost();
  }
  function open() {
    if (outer && (answered || performance.now() - openedAt < unansweredMs)) return;
    outer?.disconnect();
    let port: Runtime.Port;
    try {
      port = browser.runtime.connect({ name: pagePortName });
    } catch {
      // The extension was reloaded or removed: we are an orphan.
      return life.abort();
    }
    outer = port;
    answered = false;
    openedAt = performance.now();
    port.onMessage.addListener((message) => {
      // From our own extension's window; pages cannot open this port.
      const known = message as ToPage;
      if (outer !== port) return;
      answered = known.type !== 'page.stop';
      if (!answered) lostAt = Infinity;
      between.fromWindow(known);
    });
    port.onDisconnect.addListener(() => {
      if (outer !== port) return;
      lost();
      if (answered) lostAt = performance.now();
      const silence = performance.now() - lostAt;
      if (silence >= 0 && silence < giveUpAfterMs) setTimeout(open, retryMs);
    });
    if (isFile) toAssist({ type: 'page.unshowable' });
    else if (ready) toAssist(ready);
  }
  function connect() {
    lostAt = performance.now();
    open();
  }

  // A page that is kept to go back to sleeps, and browsers differ in what they tell it of its port.
  window.addEventListener(
    'pagehide',
    ({ isTrusted }) => {
      const port = outer;
      if (!port || !isTrusted) return;
      lost();
      port.disconnect();
    },
    { signal: life.signal },
  );
  window.addEventListener(
    'pageshow',
    ({ isTrusted, persisted }) => {
      // In Firefox the extension's part of the page is awake only after the event.
      if (isTrusted && persisted) setTimeout(connect);
    },
    { signal: life.signal },
  );

  // The other side may begin to speak within this.
  inner.offer();
  return { connect };
}
