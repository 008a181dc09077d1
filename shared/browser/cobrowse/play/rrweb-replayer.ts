import { EventType, type eventWithTime } from '@rrweb/types';
import { Replayer } from 'rrweb';
import { adaptedSheets } from './adapted-sheets.ts';

export interface ReplayEngine {
  /** Applies one clean event now. Throws when the event does not fit what is there. */
  apply(event: eventWithTime): void;
  /** Once after each batch: hover and selection. */
  flush(): void;
  readonly frame: HTMLIFrameElement;
  idOf(node: Node): number;
  nodeOf(id: number): Node | null;
  destroy(): void;
}

/** Private in rrweb, whose version is pinned; the tests of the mirror fail when these are gone. */
interface Internals {
  /** What it takes to apply the event; `sync`: at once, as when skipping ahead. */
  getCastFn(event: eventWithTime, sync: boolean): () => void;
  emitter: { emit(name: 'flush'): void };
  cache: typeof adaptedSheets;
}

/**
 * Before all of the page's own: no smooth scrolling, which would lag behind; and none of the small
 * system font that Chromium gives to the body of every document of an extension.
 */
const styleRules = [
  'html, * { scroll-behavior: auto !important; }',
  'body { font-family: inherit; font-size: inherit; }',
];

/**
 * The only importer of rrweb's Replayer, which is used for building and changing the document and
 * nothing else: no timer, no virtual DOM, no waiting. Its live mode has a second of delay and stops
 * for good when the customer's clock is behind.
 */
export function createReplayEngine(root: HTMLElement): ReplayEngine {
  let problem: string | null = null;
  const lists = new Set<HTMLSelectElement>();

  /** Which option is chosen is masked, and none may look as if it were. */
  function built(node: object) {
    if (!('nodeName' in node) || (node.nodeName !== 'OPTION' && node.nodeName !== 'SELECT')) return;
    const list = (node as Element).closest('select');
    if (list && !list.multiple) lists.add(list);
  }
  const replayer = new Replayer([], {
    root,
    liveMode: true,
    useVirtualDom: false,
    pauseAnimation: false,
    mouseTail: false,
    triggerFocus: false,
    UNSAFE_replayCanvas: false,
    insertStyleRules: styleRules,
    plugins: [{ onBuild: built }],
    showWarning: true,
    logger: {
      log() {},
      // It swallows its exceptions into warnings.
      warn(...parts) {
        const text = parts.map(String).join(' ');
        if (text.includes('Exception in mutation')) problem = text;
      },
    },
  });
  // Some of its code asks for the first event's time.
  replayer.service.state.context.events.push({ type: EventType.Load, data: {}, timestamp: 0 });
  const internals = replayer as unknown as Internals;
  internals.cache = adaptedSheets;
  const mirror = replayer.getMirror();

  return {
    apply(event) {
      problem = null;
      internals.getCastFn(event, true)();
      if (problem !== null) throw new Error(problem);
    },
    flush() {
      internals.emitter.emit('flush');
      for (const list of lists) list.selectedIndex = -1;
      lists.clear();
    },
    frame: replayer.iframe,
    idOf: (node) => mirror.getId(node),
    nodeOf: (id) => mirror.getNode(id),
    destroy() {
      replayer.destroy();
    },
  };
}
