import type { eventWithTime } from '@rrweb/types';
import type { ToPlayer } from '../play/player-messages.ts';
import { frameAndNode } from '../frames/frame-ids.ts';
import type { MirrorEngine } from '../play/mirror-engine.ts';
import { assetAttributes, pictureAttribute } from './asset-attributes.ts';
import { fillPlace, placesIn, stylePlace, type StylePlace } from './css-refs.ts';
import { dressElement, dressSheet } from './dress.ts';
import { emptyCanvas, pictureCanvas, restyleCanvas } from './dress-canvas.ts';
import { createMirrorBlobs } from './mirror-blobs.ts';
import { rulesIn, touchedBy } from './touched.ts';

type Asset = Extract<ToPlayer, { type: 'player.asset' }>;
type Sizes = Extract<ToPlayer, { type: 'player.asset-sizes' }>;

export interface MirrorAssets {
  /** The same engine, whose events find their assets. The engine before is done with. */
  dress(engine: MirrorEngine, documentId: string): MirrorEngine;
  /** A frame has that document now. */
  open(frame: number, documentId: string): void;
  receive(message: Asset | Sizes): void;
  /** Nothing is shown; all addresses go. */
  blank(): void;
}

export interface MirrorAssetsDeps {
  /** The sanitiser's: a sheet from outside is no more trusted than one of the page's. */
  safeCss(css: string): string;
}

interface Shown {
  engine: MirrorEngine;
  /** Frame → its document. */
  documents: Map<number, string>;
  /** `frame/asset` → elements that name it and have it not yet. */
  elements: Map<string, Set<Element>>;
  places: Map<string, Set<StylePlace>>;
  /** Of frames of which nothing has come: sheets that are gone through once something has. */
  unread: Set<number>;
  /** Documents and shadow hosts with sheets that have no element. */
  adopters: Set<number>;
}

/** In the player: puts the customer's pictures, fonts and sheets where the mirror names them, when they come. */
export function createMirrorAssets({ safeCss }: MirrorAssetsDeps): MirrorAssets {
  const blobs = createMirrorBlobs();
  let shown: Shown | null = null;
  let due: Set<string> | null = null;

  const frameOf = (id: number) => frameAndNode(id).frame;

  function addressIn(view: Shown, frame: number) {
    const documentId = view.documents.get(frame) ?? '';
    return (asset: number) => blobs.get(documentId, asset)?.url ?? null;
  }
  function wait<T>(all: Map<string, Set<T>>, frame: number, asset: number, who: T) {
    const key = `${frame}/${asset}`;
    const set = all.get(key) ?? new Set();
    set.add(who);
    all.set(key, set);
  }

  function element(view: Shown, one: Element) {
    const frame = frameOf(view.engine.idOf(one));
    const documentId = view.documents.get(frame) ?? '';
    for (const [attribute, asset] of assetAttributes(one)) {
      const blob = blobs.get(documentId, asset);
      const size = blobs.size(documentId, asset);
      if (one.localName === 'style') {
        if (blob?.kind === 'css') void sheetFromOutside(view, one, asset, blob.blob);
      } else {
        dressElement(one, attribute, { url: blob?.kind === 'image' ? blob.url : null, size });
      }
      if (!blob) wait(view.elements, frame, asset, one);
    }
    picture(view, one, frame, documentId);
  }
  function picture(view: Shown, one: Element, frame: number, documentId: string) {
    const value = one.getAttribute(pictureAttribute);
    const canvas = one.localName === 'canvas' ? (one as HTMLCanvasElement) : null;
    if (canvas) emptyCanvas(canvas, value === 'unreadable');
    const asset = Number(value) || 0;
    if (asset === 0) return;
    const blob = blobs.get(documentId, asset);
    if (!blob) wait(view.elements, frame, asset, one);
    else if (one.localName === 'video') one.setAttribute('poster', blob.url);
    else if (canvas) {
      void pictureCanvas(canvas, asset, blob.url).then((old) => {
        if (old !== null) blobs.drop(documentId, old);
      });
    }
  }

  async function sheetFromOutside(view: Shown, style: Element, asset: number, blob: Blob) {
    const text = await blob.text();
    if (shown !== view || !dressSheet(style, asset, safeCss(text))) return;
    rules(view, frameOf(view.engine.idOf(style)), sheetOf(style)?.cssRules ?? []);
  }

  function place(view: Shown, frame: number, one: StylePlace) {
    for (const asset of fillPlace(one, addressIn(view, frame))) wait(view.places, frame, asset, one);
  }
  function rules(view: Shown, frame: number, list: Iterable<CSSRule>) {
    for (const found of placesIn(list)) place(view, frame, found);
  }
  function sheetOf(node: Node | null): CSSStyleSheet | null {
    const style = node?.nodeType === 3 ? node.parentNode : node;
    return style && 'sheet' in style ? (style.sheet as CSSStyleSheet | null) : null;
  }
  /** To go through a long one takes milliseconds, for which the first picture need not wait. */
  function sheet(view: Shown, id: number) {
    const frame = frameOf(id);
    if (blobs.hasSome(view.documents.get(frame) ?? ''))
      rules(view, frame, sheetOf(view.engine.nodeOf(id))?.cssRules ?? []);
    else view.unread.add(id);
  }
  function readUnread(view: Shown) {
    const ids = view.unread;
    view.unread = new Set();
    for (const id of ids) sheet(view, id);
  }
  function adoptedBy(view: Shown, id: number): readonly CSSStyleSheet[] {
    const node = view.engine.nodeOf(id);
    const root = node && 'shadowRoot' in node && node.shadowRoot ? (node.shadowRoot as ShadowRoot) : node;
    return root && 'adoptedStyleSheets' in root ? (root as Document).adoptedStyleSheets : [];
  }

  function applied(view: Shown, event: eventWithTime) {
    const touched = touchedBy(event);
    const nodeOf = (id: number) => view.engine.nodeOf(id);
    for (const id of touched.elements) {
      const node = nodeOf(id);
      if (node?.nodeType === 1) element(view, node as Element);
    }
    for (const id of touched.restyled) {
      const node = nodeOf(id);
      if (node?.nodeName === 'CANVAS') restyleCanvas(node as HTMLCanvasElement);
    }
    for (const id of touched.styled) {
      const node = nodeOf(id);
      if (node && 'style' in node) place(view, frameOf(id), stylePlace(node.style as CSSStyleDeclaration));
    }
    for (const id of touched.sheets) sheet(view, id);
    for (const id of touched.adopted) {
      view.adopters.add(id);
      for (const { cssRules } of adoptedBy(view, id)) rules(view, frameOf(id), cssRules);
    }
    if (!touched.rules) return;
    const { id } = touched.rules;
    if (id !== null) return rules(view, frameOf(id), rulesIn(sheetOf(nodeOf(id)), touched.rules));
    for (const adopter of view.adopters) {
      for (const sheet of adoptedBy(view, adopter)) rules(view, frameOf(adopter), rulesIn(sheet, touched.rules));
    }
  }

  /** All that came in one go at once, so that a rule that names several is written once. */
  function settle() {
    const keys = due;
    due = null;
    const view = shown;
    if (!view || !keys) return;
    readUnread(view);
    const places = new Map<StylePlace, number>();
    const elements = new Set<Element>();
    for (const key of keys) {
      const frame = Number(key.split('/')[0]);
      for (const one of view.places.get(key) ?? []) places.set(one, frame);
      for (const one of view.elements.get(key) ?? []) elements.add(one);
      view.places.delete(key);
      view.elements.delete(key);
    }
    for (const [one, frame] of places) place(view, frame, one);
    for (const one of elements) element(view, one);
  }
  function settleSoon(frame: number, asset: number) {
    if (!due) {
      due = new Set();
      setTimeout(settle);
    }
    due.add(`${frame}/${asset}`);
  }

  return {
    dress(engine, documentId) {
      const stale = new Set(shown?.documents.values());
      const view: Shown = {
        engine,
        documents: new Map([[0, documentId]]),
        elements: new Map(),
        places: new Map(),
        unread: new Set(),
        adopters: new Set(),
      };
      shown = view;
      return {
        ...engine,
        apply(event) {
          engine.apply(event);
          applied(view, event);
        },
        flush() {
          engine.flush();
          // What was shown before is shown until now.
          for (const old of stale) if (![...view.documents.values()].includes(old)) blobs.forget(old);
          stale.clear();
        },
      };
    },
    open(frame, documentId) {
      const before = shown?.documents.get(frame);
      shown?.documents.set(frame, documentId);
      if (before !== undefined && before !== documentId) blobs.forget(before);
    },
    receive(message) {
      const { documentId, frame } = message;
      if (message.type === 'player.asset') {
        blobs.add(documentId, message.asset, message);
        settleSoon(frame, message.asset);
        return;
      }
      for (const { asset, width, height } of message.sizes) {
        blobs.addSize(documentId, asset, { width, height });
        settleSoon(frame, asset);
      }
    },
    blank() {
      shown = null;
      blobs.forgetAll();
    },
  };
}
