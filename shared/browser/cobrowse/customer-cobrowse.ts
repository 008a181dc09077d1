import { effect, type ReadonlySignal, signal as createSignal, untracked } from '@preact/signals';
import { parseWith } from '../../protocol/codec.ts';
import { type MirrorHeader, mirrorRequestSchema } from '../../protocol/peer.ts';
import type { FromPage } from '../../protocol/page.ts';
import { type Pointer, pointerSchema } from '../../protocol/pointer.ts';
import { newId } from '../../protocol/new-id.ts';
import { createDrawingHub, type DrawingHub } from '../drawing/drawing-hub.ts';
import { drawOnFrames } from './frames/draw-on-frames.ts';
import type { Link } from '../link/contract.ts';
import { rewriteCssAddresses } from './assets/css-addresses.ts';
import { createCustomerAssets } from './assets/customer-assets.ts';
import { type ControlState, createControlGate } from './control/control-gate.ts';
import { createFrameTable } from './frames/frame-table.ts';
import { routeCommands } from './frames/route-commands.ts';
import type { LogWish } from './log/log-wish.ts';
import type { RecordedPage } from './recorded-page.ts';
import { createMirrorEncoder } from './wire/encode.ts';
import type { NamedSheet } from './wire/sheet-references.ts';

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
  /** Where what is drawn on the page comes together; left out: one of its own. */
  drawings?: DrawingHub;
  /** Whether the host sees this page or another of those that are shown. Only what is seen is recorded and controlled. */
  seen?: ReadonlySignal<boolean>;
  /** Does the grant stand, now? Asked for each command. */
  mayControl(): boolean;
  /** The page went to another origin than the one that control was granted for. */
  onLeftOrigin(): void;
  /** Other origins than the page's whose frames the host may control with the page. Default: none. */
  mayControlFrames?: (origin: string) => boolean;
  /** The page's log, where somebody wants it. */
  log?: LogWish;
  signal: AbortSignal;
}

const alwaysSeen = createSignal(true);
/** Beyond this a viewer is too far behind: what waits is dropped for one fresh snapshot. */
export const behindBytes = 4 * 1024 * 1024;

/** Shows the page: recorder → encode → link, and the host's commands the other way. */
export function startCustomerCobrowse({
  page,
  link,
  hostName = '',
  drawings = createDrawingHub(() => ''),
  seen = alwaysSeen,
  mayControl,
  onLeftOrigin,
  mayControlFrames = () => false,
  log,
  signal,
}: CustomerCobrowseDeps): CustomerCobrowse {
  const encoder = createMirrorEncoder();
  const frames = createFrameTable(newId);
  let stopped = false;
  let behind = false;
  /** Style sheets of frames of which nothing may be sent; what names them comes next, and then perhaps something may. */
  const early = new Map<number, NamedSheet[]>();

  const hands = routeCommands({
    page,
    frames,
    mayControlFrames,
    refused: (id, code) => gate.fromPage({ type: 'page.refused', id, code }),
  });
  const gate = createControlGate({ page: hands, link, mayControl, onLeftOrigin, isSeen: () => seen.peek() });
  const assets = createCustomerAssets({ link, fetch: page.fetch, css: rewriteCssAddresses });
  const drawing = drawOnFrames({ page, frames, hub: drawings });
  const asked = createSignal(false);
  /** The frame in which the host's pointer is drawn. */
  let pointerIn: number | null = null;

  function send(header: MirrorHeader, body = '') {
    if (!stopped) link.send('mirror', encoder.encode(header, body));
  }
  function sendSheets(sheets: readonly NamedSheet[]) {
    for (const message of encoder.sheets(sheets)) link.send('mirror', message);
  }
  function sendTitle() {
    const info = page.info.peek();
    if (!info || page.hidden.peek()) return;
    const title = page.tellTitle?.(info.title) ?? info.title;
    send({ type: 'mirror.titled', title: title.slice(0, 300), url: info.url.slice(0, 2_000) });
  }
  /** Nothing but snapshots makes sense to the host: of the page, and then of what is in it. */
  function refresh() {
    frames.forget();
    const reason = page.hidden.peek();
    if (reason) send({ type: 'mirror.hidden', reason });
    else if (seen.peek()) page.post({ type: 'page.refresh' });
  }
  /** The host keeps its last picture; with the next snapshot it goes on. */
  function pause() {
    hands.post({ type: 'page.pointer', name: hostName, pointer: null });
    pointerIn = null;
    gate.release();
    hands.post({ type: 'page.pause' });
    frames.paused();
  }
  function resume() {
    if (!frames.entry(0)?.recording) record(0);
    callOut();
  }
  function record(frame: number) {
    const entry = frames.entry(frame);
    if (!entry || !seen.peek()) return;
    const isNew = !entry.recording;
    page.post({ type: isNew ? 'page.record' : 'page.refresh' }, frame);
    if (log?.wanted.peek() && isNew) page.post({ type: 'page.log', on: true }, frame);
    entry.recording = true;
    if (isNew) drawing.begun(frame);
  }
  /** A frame knows neither its number nor where in the page it is. */
  function tellPointer(frame: number, { at, ...pointer }: Pointer) {
    if (frame !== 0 && !at) return;
    const placed: Pointer = { ...pointer, at: at && { ...at, frame } };
    link.send('pointer', new TextEncoder().encode(JSON.stringify(placed)));
  }
  function drawPointer(pointer: Pointer) {
    const frame = frames.withDocument(pointer.documentId);
    if (pointerIn !== null && pointerIn !== frame) {
      page.post({ type: 'page.pointer', name: hostName, pointer: null }, pointerIn);
    }
    pointerIn = frame;
    if (frame !== null) page.post({ type: 'page.pointer', name: hostName, pointer }, frame);
  }
  function callOut() {
    // Only a recorder hears where the frame is.
    if (!seen.peek()) return;
    for (const { frame, nonce } of frames.uncalled()) page.post({ type: 'page.call', nonce }, frame);
  }

  function named(frame: number, { documentId, sheets }: Extract<FromPage, { type: 'page.sheets' }>) {
    if (frames.entry(frame)?.documentId !== documentId) return;
    if (!behind && frames.showable(frame)) sendSheets(sheets);
    else early.set(frame, [...(early.get(frame) ?? []), ...sheets]);
  }
  function batch(frame: number, message: Extract<FromPage, { type: 'page.batch' }>) {
    const { documentId, seq, snapshot, viewport, more, events, scrolls } = message;
    const sheets = early.get(frame) ?? [];
    early.delete(frame);
    const entry = frames.entry(frame);
    const place = frames.showable(frame);
    if (behind || !place || entry?.documentId !== documentId || (!entry.known && !snapshot)) return;
    if (link.unsent('mirror') > behindBytes && !snapshot) {
      behind = true;
      frames.forget();
      encoder.forgetSheets();
      link.clear('mirror');
      return;
    }
    sendSheets(sheets);
    if (!snapshot) {
      // Those that change stand together: of a head only what is new is sent.
      const changed = scrolls ? { seq, scrolls } : { seq };
      return send({ type: 'mirror.events', frame, documentId, ...changed, viewport, more }, scrolls ? '' : events);
    }
    if (frame === 0) sendTitle();
    send({ type: 'mirror.snapshot', frame, owner: place.owner, documentId, seq, viewport, more }, events);
    frames.shown(frame, seq);
    for (const inner of frames.inside(frame)) record(inner);
  }

  page.receive((message, frame) => {
    if (stopped) return;
    switch (message.type) {
      case 'page.ready':
        early.delete(frame);
        if (!frames.ready(frame, message.documentId)) break;
        assets.newDocument({
          documentId: message.documentId,
          frame,
          origin: () => (frame === 0 ? (page.info.peek()?.origin ?? null) : page.frameOrigin(frame)),
          post: (asking) => page.post(asking, frame),
        });
        if (frame === 0) {
          gate.pageReady();
          asked.value = false;
          record(frame);
        }
        drawing.changed();
        callOut();
        break;
      case 'page.framed': {
        const placed = frames.place(frame, message.nonce, message.node);
        if (placed === null) break;
        page.post({ type: 'page.placed' }, placed);
        if (frames.showable(placed)) record(placed);
        break;
      }
      case 'page.left':
        assets.left(frame);
        early.delete(frame);
        if (frames.left(frame) && frame !== 0) send({ type: 'mirror.left', frame });
        drawing.changed();
        callOut();
        break;
      case 'page.sheets':
        named(frame, message);
        break;
      case 'page.batch':
        batch(frame, message);
        break;
      case 'page.pointer':
        tellPointer(frame, message.pointer);
        break;
      case 'page.drawing':
        drawing.drawn(frame, message.what);
        break;
      case 'page.asked':
        asked.value = message.on;
        gate.fromPage(message);
        break;
      case 'page.refused':
      case 'page.own-input':
        gate.fromPage(message);
        break;
      case 'page.logged':
        if (log?.wanted.peek()) log.heard({ lines: message.lines, dropped: message.dropped });
        break;
      case 'page.frame-loaded':
      case 'page.unshowable':
      case 'page.picked':
      case 'page.pick-ended':
      case 'page.draw-ended':
      case 'page.closed-roots':
        // For those between the page and here.
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
    const parsed = parseWith(mirrorRequestSchema, new TextDecoder().decode(bytes));
    if (stopped || !parsed.ok) return;
    if (parsed.message.lost) encoder.forgetSheets();
    sendTitle();
    refresh();
  });
  link.receive('control', (bytes) => {
    if (!stopped) gate.fromHost(bytes);
  });
  link.receive('pointer', (bytes) => {
    const parsed = parseWith(pointerSchema, new TextDecoder().decode(bytes));
    if (!stopped && parsed.ok) drawPointer(parsed.message);
  });
  link.onDrained('mirror', () => {
    if (stopped || !behind) return;
    behind = false;
    refresh();
  });
  link.onFresh(() => {
    if (stopped) return;
    gate.forget();
    hands.post({ type: 'page.pointer', name: hostName, pointer: null });
    behind = false;
    encoder.forgetSheets();
    sendTitle();
    refresh();
  });
  const disposeHidden = effect(() => {
    if (page.hidden.value) refresh();
  });
  const disposeTitle = effect(() => {
    if (page.info.value) sendTitle();
  });
  const disposeSeen = effect(() => {
    const isSeen = seen.value;
    untracked(() => (isSeen ? resume() : pause()));
  });

  const disposeLog = effect(() => {
    const on = log?.wanted.value ?? false;
    untracked(() => {
      for (const frame of frames.all()) if (frames.entry(frame)?.recording) page.post({ type: 'page.log', on }, frame);
    });
  });

  function stop() {
    if (stopped) return;
    page.post({ type: 'page.stop' });
    for (const frame of frames.all()) if (frame !== 0) page.post({ type: 'page.stop' }, frame);
    link.clear('mirror');
    send({ type: 'mirror.stopped' });
    stopped = true;
    assets.stop();
    gate.stop();
    asked.value = false;
    disposeTitle();
    disposeHidden();
    disposeSeen();
    disposeLog();
  }
  signal.addEventListener('abort', stop, { once: true });
  if (signal.aborted) stop();

  return {
    controlled: gate.state,
    asked,
    unmark() {
      asked.value = false;
      hands.post({ type: 'page.unmark' });
      gate.fromPage({ type: 'page.asked', on: false });
    },
    stop,
  };
}
