import { effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import { parseWith } from '../../protocol/codec.ts';
import {
  type ControlRefusal,
  type MirrorHeader,
  type NavigateKind,
  type Viewport,
  controlAnswerSchema,
} from '../../protocol/peer.ts';
import { pointerSchema } from '../../protocol/pointer.ts';
import type { Link } from '../link/contract.ts';
import { createHostControl } from './control/host-control.ts';
import { canAsk } from './play/notice-bubble.ts';
import { openPlayerPort } from './play/player-port.ts';
import { createMirrorDecoder } from './wire/decode.ts';

export interface MirroredPage {
  title: string;
  /** Origin and path only. */
  url: string;
  viewport: Viewport | null;
}

export interface Notice {
  /** `damaged`: the mirror lost the thread and is being made anew. */
  code: ControlRefusal | 'left-origin' | 'damaged';
  /** Tells two notices of the same code apart. */
  number: number;
}

export interface HostCobrowse {
  page: ReadonlySignal<MirroredPage | null>;
  /** `rebuilding`: the picture stands still until a fresh snapshot has come. */
  phase: ReadonlySignal<'waiting' | 'live' | 'stopped' | 'rebuilding'>;
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
  navigate(kind: NavigateKind): void;
  refresh(): void;
  /** Counts since the start. */
  stats: { readonly messages: number; readonly bytes: number; readonly snapshots: number; readonly rebuilds: number };
}

export interface HostCobrowseDeps {
  link: Link;
  player: MessagePort;
  /** What is said at the pointer, in the host's language. */
  words?: { customerName(): string; notice(code: Notice['code']): string; ask(): string };
  signal: AbortSignal;
}

/** A mirror that breaks at once each time must not have the customer's page snapshot all the time. */
const refreshEveryMs = 1_000;

const noWords = { customerName: () => '', notice: (code: Notice['code']) => code, ask: () => 'ask' };

/** Watches the customer's page: link → decode → player, and the host's input the other way. */
export function startHostCobrowse({ link, player, words = noWords, signal: life }: HostCobrowseDeps): HostCobrowse {
  const page = signal<MirroredPage | null>(null);
  const phase = signal<'waiting' | 'live' | 'stopped' | 'rebuilding'>('waiting');
  const notice = signal<Notice | null>(null);
  const stats = { messages: 0, bytes: 0, snapshots: 0, rebuilds: 0 };
  const decoder = createMirrorDecoder();
  let at: { documentId: string; seq: number } | null = null;
  let asked = -Infinity;
  let asking: ReturnType<typeof setTimeout> | undefined;

  /** What a press on the bubble's button is about. */
  let askable: number | null = null;

  const tell = (code: Notice['code'], refused: number | null = null) => {
    notice.value = { code, number: (notice.peek()?.number ?? 0) + 1 };
    askable = refused;
    port.post({ type: 'player.notice', text: words.notice(code), ask: refused === null ? null : words.ask() });
  };
  function askSnapshot() {
    if (asking !== undefined || life.aborted) return;
    const waitMs = asked + refreshEveryMs - performance.now();
    if (waitMs > 0) {
      asking = setTimeout(() => {
        asking = undefined;
        askSnapshot();
      }, waitMs);
      return;
    }
    asked = performance.now();
    link.send('mirror', new TextEncoder().encode(JSON.stringify({ type: 'mirror.refresh' })));
  }
  /** The thread is lost: stand still, and take it up at the next snapshot. */
  function rebuild() {
    at = null;
    if (phase.peek() === 'stopped') return;
    if (phase.peek() === 'live') {
      stats.rebuilds += 1;
      phase.value = 'rebuilding';
      tell('damaged');
    }
    askSnapshot();
  }

  const port = openPlayerPort(player, life, (message) => {
    switch (message.type) {
      case 'player.applied':
        if (at?.documentId === message.documentId) phase.value = 'live';
        break;
      case 'player.failed':
        rebuild();
        break;
      case 'player.pointer':
        if (!life.aborted) link.send('pointer', new TextEncoder().encode(JSON.stringify(message.pointer)));
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

  function mirror(header: MirrorHeader, body: string) {
    switch (header.type) {
      case 'mirror.titled':
        page.value = { title: header.title, url: header.url, viewport: page.peek()?.viewport ?? null };
        return;
      case 'mirror.stopped':
        at = null;
        phase.value = 'stopped';
        return port.post({ type: 'player.blank' });
      case 'mirror.snapshot':
        stats.snapshots += 1;
        if (phase.peek() === 'stopped') phase.value = 'waiting';
        break;
      case 'mirror.events':
        if (at?.documentId !== header.documentId || at.seq + 1 !== header.seq) return rebuild();
        break;
    }
    const { documentId, seq, viewport } = header;
    at = { documentId, seq };
    const known = page.peek() ?? { title: '', url: '', viewport: null };
    if (JSON.stringify(known.viewport) !== JSON.stringify(viewport)) page.value = { ...known, viewport };
    const type = header.type === 'mirror.snapshot' ? 'player.snapshot' : 'player.events';
    port.post({ type, documentId, seq, viewport, events: body });
  }

  link.receive('mirror', (bytes) => {
    if (life.aborted) return;
    stats.messages += 1;
    stats.bytes += bytes.length;
    const decoded = decoder.decode(bytes);
    if (decoded.ok) mirror(decoded.header, decoded.body);
    else rebuild();
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
  link.onFresh(() => {
    if (life.aborted) return;
    at = null;
    askSnapshot();
  });
  const disposeWay = effect(() => {
    if (link.path.value !== 'direct') untracked(control.doubt);
  });
  life.addEventListener('abort', () => {
    disposeWay();
    clearTimeout(asking);
    control.stop();
    port.post({ type: 'player.blank' });
  });
  // The mirror may have begun before the player was there.
  askSnapshot();

  return {
    page,
    phase,
    control: { start: control.start, stop: control.stop, doubt: control.doubt },
    controls: control.held,
    suspended: control.suspended,
    asked: control.asked,
    notice,
    navigate: control.navigate,
    refresh: askSnapshot,
    stats,
  };
}
