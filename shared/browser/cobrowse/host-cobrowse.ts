import { effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import { parseWith } from '../../protocol/codec.ts';
import {
  type ControlRefusal,
  type HiddenReason,
  type MirrorHeader,
  type NavigateKind,
  type Viewport,
  controlAnswerSchema,
} from '../../protocol/peer.ts';
import { pointerSchema } from '../../protocol/pointer.ts';
import { type Drawing, ownerDrawingSchema } from '../../protocol/drawing.ts';
import { drawingLimits } from '../../protocol/drawing-limits.ts';
import { createTokenBucket } from '../../protocol/token-bucket.ts';
import type { ChosenTool } from '../drawing/pen.ts';
import { limits } from '../../protocol/limits.ts';
import type { Link } from '../link/contract.ts';
import { type AssetCache, createMemoryCache } from './assets/asset-cache.ts';
import { type AssetStats, createHostAssets } from './assets/host-assets.ts';
import { atMostEvery } from './at-most-every.ts';
import { createHostControl } from './control/host-control.ts';
import type { PlayerFailure } from './play/live-player.ts';
import { canAsk } from './play/notice-bubble.ts';
import { openPlayerPort } from './play/player-port.ts';
import { createHeadReader } from './wire/read-head.ts';
import { refreshRequest } from './wire/refresh-request.ts';

export interface MirroredPage {
  title: string;
  /** Origin and path only. */
  url: string;
  viewport: Viewport | null;
}

export interface Notice {
  /**
   * `damaged`: the mirror lost the thread and is being made anew; `too-busy`: so because the page changes too
   * fast; `page-too-large`: a part of it, or all, is not shown.
   */
  code: ControlRefusal | 'left-origin' | 'damaged' | 'too-busy' | 'page-too-large';
  /** Tells two notices of the same code apart. */
  number: number;
}

export interface HostCobrowse {
  page: ReadonlySignal<MirroredPage | null>;
  /** `rebuilding`: the picture stands still until a fresh snapshot has come. */
  phase: ReadonlySignal<'waiting' | 'live' | 'stopped' | 'rebuilding' | 'hidden'>;
  /** In phase `hidden`: why the customer's page cannot be shown. */
  hidden: ReadonlySignal<HiddenReason | null>;
  control: {
    /** Takes a lease and turns the host's mouse and keys over the player into commands. */
    start(): void;
    stop(): void;
    /** The customer may be another than a moment ago: what the host does counts only once it is confirmed anew. */
    doubt(): void;
  };
  /** Control is in force, confirmed by the customer's side. */
  controls: ReadonlySignal<boolean>;
  /** The customer's own hands hold the host's back. */
  suspended: ReadonlySignal<boolean>;
  /** The customer is asked to press a place that is marked in their page. */
  asked: ReadonlySignal<boolean>;
  /** The latest thing that the host should be told. */
  notice: ReadonlySignal<Notice | null>;
  /** What the host draws over the page; for that it needs no control. */
  drawing: {
    /** Null: no tool, and the host's hands are for control again. */
    choose(chosen: ChosenTool | null): void;
    undo(): void;
    /** Also what others have drawn. */
    clear(): void;
    /** Keys that were pressed over the mirror and are not for the page. One handler. */
    onKey(handler: (key: string, ctrl: boolean) => void): void;
  };
  navigate(kind: NavigateKind): void;
  refresh(): void;
  /** On paper, as it is shown now. */
  print(): void;
  /** All again from the beginning, for somebody who has just come to see it too. */
  renew(): void;
  /** Counts since the start. */
  stats: { readonly messages: number; readonly bytes: number; readonly snapshots: number; readonly rebuilds: number };
  assets: Readonly<AssetStats>;
}

export interface HostCobrowseDeps {
  link: Link;
  player: MessagePort;
  /** Pictures, fonts and sheets that the host has had already. */
  cache?: AssetCache;
  /** Hears of each of them as it is there. */
  found?: (hash: string, blob: Blob) => void;
  /** What is said at the pointer, in the host's language. */
  words?: { customerName(): string; notice(code: Notice['code']): string; ask(): string };
  signal: AbortSignal;
}

/** A mirror that breaks at once each time must not have the customer's page snapshot all the time. */
const refreshEveryMs = 1_000;

const noWords = { customerName: () => '', notice: (code: Notice['code']) => code, ask: () => 'ask' };

/** Watches the customer's page: link → player, and the host's input the other way. */
export function startHostCobrowse({
  link,
  player,
  cache = createMemoryCache(),
  found,
  words = noWords,
  signal: life,
}: HostCobrowseDeps): HostCobrowse {
  const page = signal<MirroredPage | null>(null);
  const phase = signal<'waiting' | 'live' | 'stopped' | 'rebuilding' | 'hidden'>('waiting');
  const hidden = signal<HiddenReason | null>(null);
  const notice = signal<Notice | null>(null);
  const stats = { messages: 0, bytes: 0, snapshots: 0, rebuilds: 0 };
  const heads = createHeadReader();
  /** How far each frame is; empty: nothing is shown. */
  const at = new Map<number, { documentId: string; seq: number }>();
  /** The player may miss something that came before. */
  let lost = true;

  /** What a press on the bubble's button is about. */
  let askable: number | null = null;

  let keyHandler: (key: string, ctrl: boolean) => void = () => undefined;
  /** Those of several people come by one way. */
  const drawn = createTokenBucket(
    drawingLimits.messagesPerSecond * drawingLimits.people,
    drawingLimits.messagesAtOnce * drawingLimits.people,
    () => performance.now(),
  );
  const sendDraw = (message: object) => link.send('draw', new TextEncoder().encode(JSON.stringify(message)));
  const greet = () => sendDraw({ type: 'drawing.hello' });
  function sayDrawn(what: Drawing) {
    const isLate = what.type === 'drawing.laser' && what.spot && link.unsent('draw') > drawingLimits.laserWaitBytes;
    if (!life.aborted && !isLate) sendDraw(what);
  }

  const tell = (code: Notice['code'], refused: number | null = null) => {
    notice.value = { code, number: (notice.peek()?.number ?? 0) + 1 };
    askable = refused;
    port.post({ type: 'player.notice', text: words.notice(code), ask: refused === null ? null : words.ask() });
  };
  const askSnapshot = atMostEvery(
    refreshEveryMs,
    () => {
      link.send('mirror', refreshRequest(lost));
      lost = false;
    },
    life,
  );
  /** The thread is lost: stand still, and take it up at the next snapshot. */
  function rebuild(code: PlayerFailure = 'damaged') {
    at.clear();
    lost ||= code === 'damaged';
    if (phase.peek() === 'stopped' || phase.peek() === 'hidden') return;
    if (phase.peek() === 'live') {
      stats.rebuilds += 1;
      phase.value = 'rebuilding';
      tell(code);
    } else if (code === 'page-too-large') tell(code);
    // It would be as large again.
    if (code !== 'page-too-large') askSnapshot();
  }

  const port = openPlayerPort(player, life, (message) => {
    switch (message.type) {
      case 'player.applied':
        if (at.get(0)?.documentId === message.documentId) phase.value = 'live';
        break;
      case 'player.failed':
        rebuild(message.code);
        break;
      case 'player.cut':
        tell('page-too-large');
        break;
      case 'player.pointer':
        if (!life.aborted) link.send('pointer', new TextEncoder().encode(JSON.stringify(message.pointer)));
        break;
      case 'player.drawing':
        sayDrawn(message.what);
        break;
      case 'player.draw-key':
        keyHandler(message.key, message.ctrl);
        break;
      case 'player.ask':
        if (askable !== null) control.ask(askable);
        askable = null;
        break;
      case 'player.command':
        control.command(message.command);
        break;
    }
  });
  const control = createHostControl({ link, capture: (on) => port.post({ type: 'player.control', on }) });

  const assets = createHostAssets({ link, cache, deliver: (message) => port.post(message), found, signal: life });

  function mirror(header: MirrorHeader, body: Uint8Array) {
    switch (header.type) {
      case 'mirror.titled':
        page.value = { title: header.title, url: header.url, viewport: page.peek()?.viewport ?? null };
        return;
      case 'mirror.stopped':
        at.clear();
        phase.value = 'stopped';
        hidden.value = null;
        return port.post({ type: 'player.blank' });
      case 'mirror.hidden':
        at.clear();
        phase.value = 'hidden';
        hidden.value = header.reason;
        return port.post({ type: 'player.blank' });
      case 'mirror.sheets':
        return port.post({ type: 'player.sheets', sheets: body }, [body.buffer]);
      case 'mirror.left':
        if (at.delete(header.frame)) port.post({ type: 'player.left', frame: header.frame });
        return;
      case 'mirror.snapshot':
        return snapshot(header, body);
      case 'mirror.events':
        return events(header, body);
    }
  }
  function measured(viewport: Viewport) {
    const known = page.peek() ?? { title: '', url: '', viewport: null };
    if (JSON.stringify(known.viewport) !== JSON.stringify(viewport)) page.value = { ...known, viewport };
  }
  function snapshot(header: Extract<MirrorHeader, { type: 'mirror.snapshot' }>, body: Uint8Array) {
    const { frame, owner, documentId, seq, viewport, more } = header;
    if ((frame === 0) !== (owner === null)) return;
    if (frame === 0) {
      stats.snapshots += 1;
      if (phase.peek() === 'stopped' || phase.peek() === 'hidden') {
        phase.value = 'waiting';
        greet();
      }
      hidden.value = null;
      at.clear();
      measured(viewport);
    } else if (!at.has(0) || at.size > limits.framesAtOnce) return;
    at.set(frame, { documentId, seq });
    port.post({ type: 'player.snapshot', frame, owner, documentId, seq, viewport, more, events: body }, [body.buffer]);
  }
  function events(header: Extract<MirrorHeader, { type: 'mirror.events' }>, body: Uint8Array) {
    const { frame, documentId, seq, viewport, more, scrolls } = header;
    const before = at.get(frame);
    // What was in a frame that is forgotten may still be on its way.
    if (!before && frame !== 0) return;
    if (before?.documentId !== documentId || before.seq + 1 !== seq) return rebuild();
    at.set(frame, { documentId, seq });
    if (frame === 0) measured(viewport);
    const batch = { frame, owner: null, documentId, seq, viewport, more, scrolls, events: body };
    port.post({ type: 'player.events', ...batch }, [body.buffer]);
  }

  link.receive('mirror', (bytes) => {
    if (life.aborted) return;
    stats.messages += 1;
    stats.bytes += bytes.length;
    const message = heads.read(bytes);
    if (message) mirror(message.header, message.body);
    else rebuild('damaged');
  });
  link.receive('control', (bytes) => {
    if (life.aborted) return;
    const parsed = parseWith(controlAnswerSchema, new TextDecoder().decode(bytes));
    if (!parsed.ok) return;
    const { message } = parsed;
    const code = control.answered(message);
    const refused = message.type === 'control.refused' && canAsk(message.code) ? message.id : null;
    if (code) tell(code, refused);
  });
  link.receive('pointer', (bytes) => {
    const parsed = parseWith(pointerSchema, new TextDecoder().decode(bytes));
    if (life.aborted || !parsed.ok) return;
    port.post({ type: 'player.pointer', name: words.customerName(), pointer: parsed.message });
  });
  link.receive('draw', (bytes) => {
    if (life.aborted || bytes.length > drawingLimits.messageBytes || !drawn.take()) return;
    const parsed = parseWith(ownerDrawingSchema, new TextDecoder().decode(bytes));
    if (parsed.ok) port.post({ type: 'player.drawn', message: parsed.message });
  });
  link.onFresh(() => {
    if (life.aborted) return;
    greet();
    lost = true;
    at.clear();
    askSnapshot();
    assets.again();
  });
  const disposeWay = effect(() => {
    if (link.path.value !== 'direct') untracked(control.doubt);
  });
  life.addEventListener('abort', () => {
    disposeWay();
    control.stop();
    port.post({ type: 'player.blank' });
  });
  // The mirror may have begun before the player was there.
  greet();
  askSnapshot();
  assets.again();

  return {
    page,
    phase,
    hidden,
    control: { start: control.start, stop: control.stop, doubt: control.doubt },
    controls: control.held,
    suspended: control.suspended,
    asked: control.asked,
    notice,
    drawing: {
      choose: (chosen) => port.post({ type: 'player.draw', chosen }),
      undo: () => port.post({ type: 'player.draw-undo' }),
      clear: () => port.post({ type: 'player.draw-clear' }),
      onKey: (handler) => void (keyHandler = handler),
    },
    navigate: control.navigate,
    refresh: askSnapshot,
    print: () => port.post({ type: 'player.print' }),
    renew() {
      lost = true;
      askSnapshot();
      assets.again();
    },
    stats,
    assets: assets.stats,
  };
}
