import { effect, type ReadonlySignal } from '@preact/signals';
import { parseWith } from '../../protocol/codec.ts';
import { type MirrorHeader, mirrorRequestSchema } from '../../protocol/peer.ts';
import type { FromPage } from '../../protocol/page.ts';
import type { Link } from '../link/contract.ts';
import { createCustomerAssets } from './assets/customer-assets.ts';
import { rewriteCssAddresses } from './assets/css-addresses.ts';
import { type ControlState, createControlGate } from './control/control-gate.ts';
import type { RecordedPage } from './recorded-page.ts';
import { createMirrorEncoder } from './wire/encode.ts';

export interface CustomerCobrowse {
  controlled: ReadonlySignal<ControlState>;
  /** At once and without any network: not one more frame leaves after this returns. */
  stop(): void;
}

export interface CustomerCobrowseDeps {
  page: RecordedPage;
  link: Link;
  /** Does the grant stand, now? Asked for each command. */
  mayControl(): boolean;
  /** The page went to another origin than the one that control was granted for. */
  onLeftOrigin(): void;
  signal: AbortSignal;
}

/** Beyond this the host is too far behind: what waits is dropped for one fresh snapshot. */
const behindBytes = 4 * 1024 * 1024;

/** Shows the page: recorder → encode → link, and the host's commands the other way. */
export function startCustomerCobrowse({
  page,
  link,
  mayControl,
  onLeftOrigin,
  signal,
}: CustomerCobrowseDeps): CustomerCobrowse {
  const encoder = createMirrorEncoder();
  let stopped = false;
  /** Nothing but a snapshot makes sense to the host. */
  let needsSnapshot = true;
  let behind = false;

  const gate = createControlGate({ page, link, mayControl, onLeftOrigin });
  const assets = createCustomerAssets({ link, fetch: page.fetch, css: rewriteCssAddresses });
  const origin = () => page.info.peek()?.origin ?? null;

  function send(header: MirrorHeader, body = '') {
    if (!stopped) link.send('mirror', encoder.encode(header, body));
  }
  function sendTitle() {
    const info = page.info.peek();
    if (info) send({ type: 'mirror.titled', title: info.title.slice(0, 300), url: info.url.slice(0, 2_000) });
  }
  function refresh() {
    needsSnapshot = true;
    page.post({ type: 'page.refresh' });
  }

  function batch({ documentId, seq, snapshot, viewport, events }: Extract<FromPage, { type: 'page.batch' }>) {
    if (behind || (needsSnapshot && !snapshot)) return;
    if (link.unsent('mirror') > behindBytes && !snapshot) {
      behind = true;
      link.clear('mirror');
      return;
    }
    needsSnapshot = false;
    if (snapshot) sendTitle();
    send({ type: snapshot ? 'mirror.snapshot' : 'mirror.events', documentId, seq, viewport }, events);
  }

  page.receive((message) => {
    if (stopped) return;
    switch (message.type) {
      case 'page.ready':
        needsSnapshot = true;
        gate.pageReady();
        assets.newDocument({ documentId: message.documentId, frame: 0, origin, post: page.post });
        page.post({ type: 'page.record' });
        break;
      case 'page.batch':
        batch(message);
        break;
      case 'page.refused':
      case 'page.own-input':
        gate.fromPage(message);
        break;
      case 'page.assets':
      case 'page.asset-sizes':
      case 'page.asset-bytes':
      case 'page.asset-seen':
      case 'page.asset-failed':
        assets.fromPage(message);
        break;
    }
  });
  link.receive('mirror', (bytes) => {
    if (!stopped && parseWith(mirrorRequestSchema, new TextDecoder().decode(bytes)).ok) refresh();
  });
  link.receive('control', (bytes) => {
    if (!stopped) gate.fromHost(bytes);
  });
  link.onDrained('mirror', () => {
    if (stopped || !behind) return;
    behind = false;
    refresh();
  });
  link.onFresh(() => {
    if (stopped) return;
    gate.forget();
    behind = false;
    sendTitle();
    refresh();
  });
  const disposeTitle = effect(() => {
    if (page.info.value) sendTitle();
  });

  function stop() {
    if (stopped) return;
    page.post({ type: 'page.stop' });
    link.clear('mirror');
    send({ type: 'mirror.stopped' });
    stopped = true;
    assets.stop();
    gate.stop();
    disposeTitle();
  }
  signal.addEventListener('abort', stop, { once: true });
  if (signal.aborted) stop();

  return { controlled: gate.state, stop };
}
