import { effect, type ReadonlySignal, signal as createSignal } from '@preact/signals';
import { parseWith } from '../../protocol/codec.ts';
import { type MirrorHeader, mirrorRequestSchema } from '../../protocol/peer.ts';
import type { FromPage } from '../../protocol/page.ts';
import { pointerSchema } from '../../protocol/pointer.ts';
import type { Link } from '../link/contract.ts';
import { type ControlState, createControlGate } from './control/control-gate.ts';
import type { RecordedPage } from './recorded-page.ts';
import { createMirrorEncoder } from './wire/encode.ts';

export interface CustomerCobrowse {
  controlled: ReadonlySignal<ControlState>;
  /** The host wants the customer to press a place that is marked in the page. */
  asked: ReadonlySignal<boolean>;
  /** Puts that mark away. */
  unmark(): void;
  /** At once and without any network: not one more frame leaves after this returns. */
  stop(): void;
}

export interface CustomerCobrowseDeps {
  page: RecordedPage;
  link: Link;
  /** Stands at the host's pointer in the page. */
  hostName?: string;
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
  hostName = '',
  mayControl,
  onLeftOrigin,
  signal,
}: CustomerCobrowseDeps): CustomerCobrowse {
  const encoder = createMirrorEncoder();
  let stopped = false;
  /** Nothing but a snapshot makes sense to the host. */
  let needsSnapshot = true;
  let behind = false;

  const asked = createSignal(false);
  const gate = createControlGate({ page, link, mayControl, onLeftOrigin });

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
        asked.value = false;
        page.post({ type: 'page.record' });
        break;
      case 'page.batch':
        batch(message);
        break;
      case 'page.pointer':
        link.send('pointer', new TextEncoder().encode(JSON.stringify(message.pointer)));
        break;
      case 'page.asked':
        asked.value = message.on;
        gate.fromPage(message);
        break;
      case 'page.refused':
      case 'page.own-input':
        gate.fromPage(message);
        break;
    }
  });
  link.receive('mirror', (bytes) => {
    if (!stopped && parseWith(mirrorRequestSchema, new TextDecoder().decode(bytes)).ok) refresh();
  });
  link.receive('control', (bytes) => {
    if (!stopped) gate.fromHost(bytes);
  });
  link.receive('pointer', (bytes) => {
    const parsed = parseWith(pointerSchema, new TextDecoder().decode(bytes));
    if (!stopped && parsed.ok) page.post({ type: 'page.pointer', name: hostName, pointer: parsed.message });
  });
  link.onDrained('mirror', () => {
    if (stopped || !behind) return;
    behind = false;
    refresh();
  });
  link.onFresh(() => {
    if (stopped) return;
    gate.forget();
    page.post({ type: 'page.pointer', name: hostName, pointer: null });
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
    gate.stop();
    asked.value = false;
    disposeTitle();
  }
  signal.addEventListener('abort', stop, { once: true });
  if (signal.aborted) stop();

  return {
    controlled: gate.state,
    asked,
    unmark() {
      asked.value = false;
      page.post({ type: 'page.unmark' });
      gate.fromPage({ type: 'page.asked', on: false });
    },
    stop,
  };
}
