import { EventType, IncrementalSource, type eventWithTime, type mutationData } from '@rrweb/types';
import { Replayer } from 'rrweb';
import { applyState, isState } from './apply-state.ts';

export interface ReplayEngine {
  /** Applies one clean event now. Throws when the event does not fit what is there. */
  apply(event: eventWithTime): void;
  /** Once after each batch: hover and selection. */
  flush(): void;
  readonly frame: HTMLIFrameElement;
  idOf(node: Node): number;
  nodeOf(id: number): Node | null;
  /** The ids of a tree are free for others. */
  forget(root: Node): void;
  destroy(): void;
}

/** Private in rrweb, whose version is pinned; the tests of the mirror fail when these are gone. */
interface Internals {
  /** What it takes to apply the event; `sync`: at once, as when skipping ahead. */
  getCastFn(event: eventWithTime, sync: boolean): () => void;
  emitter: { emit(name: 'flush'): void };
}

/**
 * Before all of the page's own: no smooth scrolling, which would lag behind; and none of the small
 * system font that Chromium gives to the body of every document of an extension.
 */
const styleRules = [
  'html, * { scroll-behavior: auto !important; }',
  'body { font-family: inherit; font-size: inherit; }',
  // The ring that browsers draw by themselves.
  ':where([data-beside-focus="visible"]) { outline: auto 1px -webkit-focus-ring-color; }',
  // A box that stands in for what the customer does not show.
  '[data-beside-blocked] { background: repeating-linear-gradient(45deg, #e4e6ea 0 8px, #d5d8de 8px 16px); }',
];

/**
 * The only importer of rrweb's Replayer, which is used for building and changing the document and
 * nothing else: no timer, no virtual DOM, no waiting. Its live mode has a second of delay and stops
 * for good when the customer's clock is behind.
 */
export function createReplayEngine(root: HTMLElement): ReplayEngine {
  let problem: string | null = null;
  /** Elements whose state is to be looked at when all that comes with them is there. */
  const states = new Map<Element, Set<string>>();

  function note(element: Element, attribute: string) {
    const noted = states.get(element);
    if (noted) noted.add(attribute);
    else states.set(element, new Set([attribute]));
  }
  function built(node: object) {
    if (!('nodeName' in node) || !('attributes' in node)) return;
    const element = node as Element;
    // Names only: to walk over `attributes` makes an object for each, 20 µs an element.
    if (element.hasAttributes()) for (const name of element.getAttributeNames()) if (isState(name)) note(element, name);
    const list = element.nodeName === 'OPTION' || element.nodeName === 'SELECT' ? element.closest('select') : null;
    if (list) note(list, 'data-beside-chosen');
  }
  function noteChanges({ attributes }: mutationData) {
    for (const change of attributes) {
      const element = mirror.getNode(change.id);
      if (element?.nodeType !== 1) continue;
      for (const name in change.attributes) if (isState(name)) note(element as Element, name);
    }
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
  const mirror = replayer.getMirror();

  return {
    apply(event) {
      problem = null;
      internals.getCastFn(event, true)();
      if (event.type === EventType.IncrementalSnapshot && event.data.source === IncrementalSource.Mutation) {
        noteChanges(event.data);
      }
      if (problem !== null) throw new Error(problem);
      if (event.type === EventType.FullSnapshot) unpause(replayer.iframe.contentDocument);
    },
    flush() {
      internals.emitter.emit('flush');
      for (const [element, attributes] of states) for (const attribute of attributes) applyState(element, attribute);
      states.clear();
    },
    frame: replayer.iframe,
    idOf: (node) => mirror.getId(node),
    nodeOf: (id) => mirror.getNode(id),
    forget: (root) => mirror.removeNodeFromMap(root),
    destroy() {
      replayer.destroy();
    },
  };
}

/** rrweb marks a page that it thinks is paused; the page's own rules must not see that. */
function unpause(doc: Document | null): void {
  const html = doc?.documentElement;
  html?.classList.remove('rrweb-paused');
  if (html?.className === '') html.removeAttribute('class');
}
