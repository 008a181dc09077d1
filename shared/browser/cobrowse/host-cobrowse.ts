import { effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import { parseWith } from '../../protocol/codec.ts';
import {
  type ControlRefusal,
  type MirrorHeader,
  type NavigateKind,
  type Viewport,
  controlAnswerSchema,
} from '../../protocol/peer.ts';
import type { Link } from '../link/contract.ts';
import { createHostControl } from './control/host-control.ts';
import type { PlayerFailure } from './play/live-player.ts';
import { openPlayerPort } from './play/player-port.ts';
import { createMirrorDecoder } from './wire/decode.ts';

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
  signal: AbortSignal;
}

/** A mirror that breaks at once each time must not have the customer's page snapshot all the time. */
const refreshEveryMs = 1_000;

/** Watches the customer's page: link → decode → player, and the host's input the other way. */
export function startHostCobrowse({ link, player, signal: life }: HostCobrowseDeps): HostCobrowse {
  const page = signal<MirroredPage | null>(null);
  const phase = signal<'waiting' | 'live' | 'stopped' | 'rebuilding'>('waiting');
  const notice = signal<Notice | null>(null);
  const stats = { messages: 0, bytes: 0, snapshots: 0, rebuilds: 0 };
  const decoder = createMirrorDecoder();
  let at: { documentId: string; seq: number } | null = null;
  let asked = -Infinity;
  let asking: ReturnType<typeof setTimeout> | undefined;

  const tell = (code: Notice['code']) => {
    notice.value = { code, number: (notice.peek()?.number ?? 0) + 1 };
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
  function rebuild(code: PlayerFailure = 'damaged') {
    at = null;
    if (phase.peek() === 'stopped') return;
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
        if (at?.documentId === message.documentId) phase.value = 'live';
        break;
      case 'player.failed':
        rebuild(message.code);
        break;
      case 'player.cut':
        tell('page-too-large');
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
    else rebuild(decoded.code === 'mirror.too-large' ? 'page-too-large' : 'damaged');
  });
  link.receive('control', (bytes) => {
    if (life.aborted) return;
    const parsed = parseWith(controlAnswerSchema, new TextDecoder().decode(bytes));
    if (!parsed.ok) return;
    const code = control.answered(parsed.message);
    if (code) tell(code);
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
    notice,
    navigate: control.navigate,
    refresh: askSnapshot,
    stats,
  };
}
