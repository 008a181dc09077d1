import type { Runtime } from 'webextension-polyfill';
import { createAssetLoader } from '../../shared/browser/cobrowse/assets/asset-loader.ts';
import { watchOwnInput } from '../../shared/browser/cobrowse/control/own-input.ts';
import { handClosedRoots } from '../../shared/browser/cobrowse/record/closed-roots.ts';
import { callOut } from '../../shared/browser/cobrowse/frames/call-out.ts';
import { pickThings } from '../../shared/browser/cobrowse/pick/pick-things.ts';
import { parseWith } from '../../shared/protocol/codec.ts';
import {
  bridgeOnly,
  fromPageSchema,
  pagePortName,
  type FromPage,
  type PickPurpose,
  type ToPage,
} from '../../shared/protocol/page.ts';
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
 * In the ISOLATED world of a page or of a frame with a recorder of its own: hands messages between the MAIN
 * world and the assist window, and keeps the host's hands off while the customer's own are on. Without an
 * assist window nothing is recorded.
 */
export function createBridge(): Bridge {
  const life = new AbortController();
  const isFile = document.contentType === 'application/pdf';
  const inner = openChannel(life.signal);
  const assets = createAssetLoader({ doc: document, post: toAssist, helped: true, namesAll: namesAllLoaded });
  const ownInput = watchOwnInput(window, { noticed, signal: life.signal });
  let outer: Runtime.Port | null = null;
  let ready: FromPage | null = null;
  let calling = new AbortController();
  /** While the customer points at something; the host's hands are off meanwhile. */
  let picking: AbortController | null = null;
  let openedAt = -Infinity;
  /** Somebody is at the other end of `outer`. */
  let answered = false;
  /** Since when nobody has answered; Infinity: nobody is wanted. */
  let lostAt = Infinity;

  const toPage = (message: ToPage) => inner.post(message);

  function toAssist(message: FromPage) {
    try {
      outer?.postMessage(message);
    } catch {
      // The window is gone; onDisconnect says so in a moment.
    }
  }
  function noticed() {
    if (!outer) return;
    toAssist({ type: 'page.own-input' });
    toPage({ type: 'page.release' });
  }

  inner.hear((text) => {
    const parsed = parseWith(fromPageSchema, text);
    if (!parsed.ok || bridgeOnly.has(parsed.message.type)) return;
    const { message } = parsed;
    if (message.type === 'page.ready') ready = message;
    if (isFile) return;
    if (message.type === 'page.assets') assets.take(message);
    else if (message.type === 'page.closed-roots') handClosedRoots(document, message.nonce, anyShadowRoot);
    else toAssist(message);
  });

  function endPicking() {
    picking?.abort();
    picking = null;
  }
  function pick(purpose: PickPurpose) {
    endPicking();
    picking = new AbortController();
    toPage({ type: 'page.release' });
    pickThings(window, {
      purpose,
      picked(things) {
        picking = null;
        toAssist({ type: 'page.picked', things });
      },
      ended() {
        picking = null;
        toAssist({ type: 'page.pick-ended' });
      },
      signal: picking.signal,
    });
  }

  function handle(message: ToPage) {
    switch (message.type) {
      case 'page.call':
        calling.abort();
        calling = new AbortController();
        return callOut(window, message.nonce, calling.signal);
      case 'page.placed':
        return calling.abort();
      case 'page.command':
        if (!picking && ownInput.remainingMs() === 0) return toPage(message);
        return toAssist({ type: 'page.refused', id: message.command.id, code: 'suspended' });
      case 'page.pick':
        return pick(message.purpose);
      case 'page.pick-end':
        return endPicking();
      case 'page.asset-ask':
        return assets.askFonts(message);
      case 'page.stop':
        toPage(message);
        return assets.stop();
      case 'page.record':
      case 'page.pause':
      case 'page.refresh':
      case 'page.pointer':
      case 'page.unmark':
      case 'page.release':
      case 'page.policy':
      case 'page.hide':
      case 'page.unmask':
        return toPage(message);
    }
  }

  function lost() {
    outer = null;
    calling.abort();
    endPicking();
    toPage({ type: 'page.stop' });
    // Last: the page may still say something within that.
    assets.stop();
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
      handle(known);
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
