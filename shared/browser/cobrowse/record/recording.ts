import {
  IncrementalSource,
  type addedNodeMutation,
  type incrementalData,
  type serializedNodeWithId,
} from '@rrweb/types';
import type { AssetRegistry } from '../assets/asset-registry.ts';
import type { LivePictures } from '../assets/live-pictures.ts';
import { createDecidedPrivacy, type Decisions } from '../filter/decided-privacy.ts';
import { createIsBlocked, hideHiddenWords } from '../log/hidden-words.ts';
import { createEgress } from '../filter/egress.ts';
import type { NamedSheet } from '../wire/sheet-references.ts';
import { hookCss } from './css-hooks.ts';
import { hookFields } from './field-hooks.ts';
import { hookFonts } from './font-faces.ts';
import { createCustomElementStates, hookStates } from './custom-states.ts';
import { createDefinitions } from './definitions.ts';
import { createFields } from './fields.ts';
import { createInnerFrames } from './inner-frames.ts';
import { createMutations } from './mutations.ts';
import { createNodeNumbers, createNodeRegistry, type NodeNumbers } from './node-registry.ts';
import { createScrolls } from './scrolls.ts';
import { createSelections } from './selections.ts';
import { createSerialise, type SerialiseDeps } from './serialise.ts';
import { shadowRootOf, watchShadowRoots } from './shadow-roots.ts';
import { createSheetNames } from './sheet-names.ts';
import { createSheets } from './sheets.ts';
import { createSliceClock } from './slice-clock.ts';
import { createStates } from './states.ts';
import { darkScheme, readViewport } from './viewport.ts';
import { type Budget, createWalk, timeBudget } from './walk.ts';

export interface Recording {
  /** All from the beginning: the document, as much of it as `ms` allow, and what belongs to that. */
  snapshot(ms: number): { node: serializedNodeWithId; rest: incrementalData[]; isComplete: boolean };
  /** What has changed, and more of what was left over. */
  take(ms: number): { data: incrementalData[]; isComplete: boolean };
  /** Somebody decided anew what may be seen. */
  /** What of a line of the page's log may leave, as things stand now. */
  log(): (text: string) => string;
  address(url: string): string;
  decide(decisions: Decisions): void;
  /** What was made is about to be sent. */
  tellSheets(): void;
  stop(): void;
  nodeOf(id: number): Node | null;
  idOf(node: Node): number;
  /** A state of the element's has changed that no mutation tells of. */
  touch(element: Element, attribute: string): void;
}

type Realm = Window & typeof globalThis;

interface Deps {
  win: Realm;
  /** Of the recordings before this one. */
  numbers?: NodeNumbers;
  decisions: Decisions;
  /** Left out: no pictures travel. */
  assets?: Pick<AssetRegistry, 'asset'>;
  pictures?: Pick<LivePictures, 'watch'>;
  /** Long sheets, which what is made next names. */
  named(sheets: NamedSheet[]): void;
  /** An `<iframe>` of which more than its box is shown; its content may be another recorder's. */
  framed?(frame: Element): void;
  /** There is something to take. */
  changed(): void;
  /** So there is, and the browser is about to draw it. Default: `changed`. */
  drawing?(): void;
  /** Something that was sent must not be seen any more: only a new snapshot takes it back. */
  hidden(): void;
}

/** Watches a page and the frames that it can read. Nothing is asked of a node before the filter has said how it may leave. */
export function createRecording(deps: Deps): Recording {
  const { win, numbers, decisions, assets, pictures, named, framed, changed, drawing = changed, hidden } = deps;
  const life = new AbortController();
  const { signal } = life;
  const registry = createNodeRegistry({ numbers: numbers ?? createNodeNumbers(), shadowOf: shadowRootOf });
  const privacy = createDecidedPrivacy({ decisions, doc: win.document, asset: assets?.asset ?? (() => null) });
  const egress = createEgress({ nodeOf: registry.nodeOf, isConcealed: privacy.isConcealed });
  const touch = (element: Element, name: string) => mutations.touch(element, name);
  const states = createStates({ registry, doc: win.document, touch });
  const { attention } = states;
  const sheetNames = createSheetNames(named);
  const clock = createSliceClock();
  const serialise = createSerialise({ registry, privacy, attention, sheetNames, clock, met });
  const walk = createWalk({ serialise: made, registry });
  const mutations = createMutations({ registry, privacy, walk, attention, sheetNames, changed });
  const fields = createFields({ registry, privacy, changed });
  const scrolls = createScrolls({ registry, drawing });
  const selections = createSelections({ registry, privacy, changed });
  const sheets = createSheets({ registry, privacy, touch, changed });
  const names = createDefinitions({ again: mutations.again, signal });
  const customs = createCustomElementStates({
    ...{ states: privacy.customStates, isShown: registry.isShown, touch, ask: changed },
  });
  const frames = createInnerFrames({ registry, walk, watch: watchDocument });
  const watched = new WeakSet<Document | ShadowRoot>();
  const unhook: (() => void)[] = [];
  let isResized = false;

  /** Each node is looked at once, when it is made. */
  function made(node: Node) {
    const one = serialise(node);
    if (one) egress.made(one);
    return one;
  }
  function met(element: Element, what: Parameters<SerialiseDeps['met']>[1]) {
    if (what === 'frame') metFrame(element);
    else if (what === 'scrolled') scrolls.note(element);
    else if (what === 'picture') pictures?.watch(element);
    else if (what === 'undefined') names.met(element);
    else if (what === 'custom') customs.met(element);
    else watchShadow(element);
  }
  function metFrame(frame: Element) {
    frames.met(frame);
    framed?.(frame);
  }
  function watchRoot(root: Document | ShadowRoot) {
    mutations.observe(root);
    for (const part of [fields, scrolls, states]) part.listen(root, signal);
    root.addEventListener('load', loaded, { capture: true, signal });
  }
  function watchShadow(host: Element) {
    const root = shadowRootOf(host);
    if (!root) return;
    if (root.adoptedStyleSheets.length > 0) sheets.adopted(root);
    if (watched.has(root)) return;
    watched.add(root);
    watchRoot(root);
  }
  function watchDocument(doc: Document) {
    sheets.fonts(doc);
    const realm = doc.defaultView as Realm | null;
    if (watched.has(doc) || !realm) return;
    watched.add(doc);
    watchRoot(doc);
    selections.listen(doc, signal);
    unhook.push(
      hookFields(realm, (field, property) => {
        if (property === 'indeterminate') touch(field, 'data-beside-indeterminate');
        else fields.changed(field);
      }),
      hookCss(realm, sheets),
      hookFonts(realm, (fonts) => fonts === doc.fonts && sheets.fonts(doc)),
      hookStates(realm, customs.changed),
      watchShadowRoots(realm, (host) => {
        if (registry.isShown(host)) watchShadow(host);
      }),
    );
  }
  /** A frame has another document, a sheet its rules, a picture its size. */
  function loaded({ target }: Event) {
    const element = target as Element | null;
    if (!element || element.nodeType !== 1 || !registry.isShown(element)) return;
    if (element.localName === 'iframe') frames.met(element);
    else if (element.localName === 'link') for (const name of ['_cssText', 'href']) touch(element, name);
    else if (element.localName === 'img') touch(element, 'src');
    changed();
  }

  watchDocument(win.document);
  privacy.onChange(hidden);
  const resized = () => {
    isResized = true;
    changed();
  };
  win.addEventListener('resize', resized, { signal });
  win.matchMedia(darkScheme).addEventListener('change', resized, { signal });

  function rest(budget: Budget): { data: incrementalData[]; isComplete: boolean } {
    const data: incrementalData[] = [];
    const adds: addedNodeMutation[] = [];
    const isComplete = walk.rest(budget, adds);
    if (adds.length > 0) {
      data.push({ source: IncrementalSource.Mutation, texts: [], attributes: [], removes: [], adds });
    }
    data.push(...frames.take(budget), ...sheets.take(), ...fields.take());
    customs.read();
    if (!isComplete) return { data, isComplete };
    data.push(...scrolls.take());
    const selection = selections.take();
    if (selection) data.push(selection);
    return { data, isComplete };
  }

  return {
    snapshot(ms) {
      clock.begin();
      const budget = timeBudget(ms, clock.now);
      states.look(true);
      egress.reset();
      registry.clear();
      walk.forget();
      for (const part of [customs, mutations, fields, scrolls, selections, sheets, sheetNames, frames]) part.drop();
      registry.idOf(win.document);
      watchDocument(win.document);
      const node = walk.tree(win.document, budget);
      if (!node) throw new TypeError('a page without a document');
      if (win.scrollX !== 0 || win.scrollY !== 0) scrolls.note(win.document);
      const { data, isComplete } = rest(budget);
      return { node, rest: egress.pass(data), isComplete };
    },
    take(ms) {
      clock.begin();
      const budget = timeBudget(ms, clock.now);
      states.look();
      customs.take();
      const mutation = mutations.take(budget);
      const { data, isComplete } = rest(budget);
      if (mutation) data.unshift(mutation);
      if (isResized) {
        isResized = false;
        const { width, height } = readViewport();
        data.push({ source: IncrementalSource.ViewportResize, width, height });
      }
      return { data: egress.pass(data), isComplete };
    },
    log() {
      const isBlocked = createIsBlocked(privacy.treatment);
      const hide = hideHiddenWords({
        doc: win.document,
        isHidden: (text) => privacy.text(text) !== text.data || isBlocked(text.parentElement),
        isHiddenField: (field) => privacy.isConcealed(field),
      });
      return (text) => hide(privacy.words(text));
    },
    address: (url) => privacy.url(url),
    decide: (next) => privacy.decide(next),
    tellSheets: sheetNames.end,
    stop() {
      life.abort();
      mutations.stop();
      privacy.stop();
      for (const undo of unhook) undo();
      registry.clear();
    },
    nodeOf: registry.nodeOf,
    // A box that stands in for something is nobody's place: neither a frame's nor a pointer's.
    idOf: (node) => (registry.isClosed(node) ? -1 : registry.shownIdOf(node)),
    touch,
  };
}
