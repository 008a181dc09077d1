import type { eventWithTime } from '@rrweb/types';
import type { ToPlayer } from '../play/player-messages.ts';
import type { ReplayEngine } from '../play/rrweb-replayer.ts';
import { assetAttributes, canvasAttribute, mayNameAsset, namesAsset, release } from './asset-attributes.ts';
import { fillPlace, placesIn, stylePlace, type StylePlace } from './css-refs.ts';
import { dressElement, dressSheet, greyCanvas, paintCanvas } from './dress.ts';
import { createMirrorBlobs } from './mirror-blobs.ts';
import { touchedBy } from './touched.ts';

type Asset = Extract<ToPlayer, { type: 'player.asset' }>;
type Sizes = Extract<ToPlayer, { type: 'player.asset-sizes' }>;

export interface MirrorAssets {
  /** The same engine, whose events find their assets. The engine before is done with. */
  dress(engine: ReplayEngine, documentId: string): ReplayEngine;
  receive(message: Asset | Sizes): void;
  /** Nothing is shown; all addresses go. */
  blank(): void;
}

export interface MirrorAssetsDeps {
  /** The sanitiser's: a sheet from outside is no more trusted than one of the page's. */
  safeCss(css: string): string;
}

/** Ids of the mirror's nodes are those of their frame, shifted by this for each. */
const idsPerFrame = 2 ** 26;

interface Shown {
  engine: ReplayEngine;
  /** Frame → its document. */
  documents: Map<number, string>;
  /** `frame/asset` → elements that name it and have it not yet. */
  elements: Map<string, Set<Element>>;
  places: Map<string, Set<StylePlace>>;
  /** Documents and shadow hosts with sheets that have no element. */
  adopters: Set<number>;
}

/** In the player: puts the customer's pictures, fonts and sheets where the mirror names them, when they come. */
export function createMirrorAssets({ safeCss }: MirrorAssetsDeps): MirrorAssets {
  const blobs = createMirrorBlobs();
  let shown: Shown | null = null;
  let due: Set<string> | null = null;

  const frameOf = (id: number) => Math.floor(id / idsPerFrame);

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
    if (one.localName === 'canvas' && one.getAttribute(canvasAttribute) === 'unreadable')
      greyCanvas(one as HTMLCanvasElement);
    const picture = one.localName === 'canvas' ? Number(one.getAttribute(canvasAttribute)) : 0;
    if (!picture) return;
    const blob = blobs.get(documentId, picture);
    if (blob)
      void paintCanvas(one as HTMLCanvasElement, picture, blob.blob).then((old) => old && blobs.drop(documentId, old));
    else wait(view.elements, frame, picture, one);
  }

  async function sheetFromOutside(view: Shown, style: Element, asset: number, blob: Blob) {
    const text = await blob.text();
    if (shown === view && dressSheet(style, asset, safeCss(text))) sheet(view, style);
  }

  function place(view: Shown, frame: number, one: StylePlace) {
    for (const asset of fillPlace(one, addressIn(view, frame))) wait(view.places, frame, asset, one);
  }
  function rules(view: Shown, frame: number, sheets: Iterable<CSSStyleSheet>) {
    for (const one of sheets) for (const found of placesIn(one.cssRules)) place(view, frame, found);
  }
  function sheet(view: Shown, node: Node) {
    const style = node.nodeType === 3 ? node.parentElement : node;
    if (!style || !('sheet' in style) || !style.sheet) return;
    rules(view, frameOf(view.engine.idOf(style)), [style.sheet as CSSStyleSheet]);
  }
  function adopted(view: Shown, id: number) {
    const node = view.engine.nodeOf(id);
    const root = node && 'shadowRoot' in node && node.shadowRoot ? (node.shadowRoot as ShadowRoot) : node;
    if (root && 'adoptedStyleSheets' in root) rules(view, frameOf(id), (root as Document).adoptedStyleSheets);
  }

  function applied(view: Shown, event: eventWithTime) {
    const { elements, styled, sheets, adopted: adopters, anyAdopted } = touchedBy(event);
    const nodeOf = (id: number) => view.engine.nodeOf(id);
    for (const [id, names] of elements) {
      const node = nodeOf(id);
      if (node?.nodeType !== 1) continue;
      const one = node as Element;
      const isNamed = names.some(namesAsset);
      for (const name of names) if (!isNamed && mayNameAsset(name)) release(one, name);
      if (isNamed || one.localName === 'canvas') element(view, one);
    }
    for (const id of styled) {
      const node = nodeOf(id);
      if (node && 'style' in node) place(view, frameOf(id), stylePlace(node.style as CSSStyleDeclaration));
    }
    for (const id of sheets) {
      const node = nodeOf(id);
      if (node) sheet(view, node);
    }
    for (const id of adopters) {
      view.adopters.add(id);
      adopted(view, id);
    }
    if (anyAdopted) for (const id of view.adopters) adopted(view, id);
  }

  /** All that came in one go at once, so that a rule that names several is written once. */
  function settle() {
    const keys = due;
    due = null;
    const view = shown;
    if (!view || !keys) return;
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
      const before = shown?.documents.get(0);
      if (before !== undefined && before !== documentId) blobs.forget(before);
      const view: Shown = {
        engine,
        documents: new Map([[0, documentId]]),
        elements: new Map(),
        places: new Map(),
        adopters: new Set(),
      };
      shown = view;
      return {
        ...engine,
        apply(event) {
          engine.apply(event);
          applied(view, event);
        },
      };
    },
    receive(message) {
      const { documentId, frame } = message;
      if (message.type === 'player.asset') {
        blobs.add(documentId, message.asset, message);
        if (shown && (frame === 0 ? shown.documents.get(0) === documentId : true)) {
          if (frame !== 0) shown.documents.set(frame, documentId);
          settleSoon(frame, message.asset);
        }
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
