import type { FromPage, PickPurpose, ToPage } from '../../protocol/page.ts';
import { createAssetLoader } from './assets/asset-loader.ts';
import { watchOwnInput } from './control/own-input.ts';
import { callOut } from './frames/call-out.ts';
import { pickThings } from './pick/pick-things.ts';
import type { RootOf } from './pick/under-area.ts';

export interface PageBridge {
  fromWindow(message: ToPage): void;
  fromRecorder(message: FromPage): void;
  /** Nobody wants the page any more: nothing is recorded, pointed at or loaded. */
  lost(): void;
}

export interface PageBridgeDeps {
  win: Window & typeof globalThis;
  /** Lost while there is none. */
  toWindow(message: FromPage): void;
  toRecorder(message: ToPage): void;
  isWanted(): boolean;
  /** Hands the recorder the closed shadow roots that it has not seen itself, under this word. */
  handClosedRoots(nonce: string): void;
  /** Closed ones too. */
  rootOf: RootOf;
  /** Whether the window can fetch what the page cannot read. */
  helped: boolean;
  /** Whether the browser tells of all that the page has loaded. */
  namesAll: boolean;
  signal: AbortSignal;
}

const plain = ({ x, y, width, height }: DOMRectReadOnly) => ({ x, y, width, height });

/**
 * Between a document's recorder and the window that shows the page: keeps the host's hands off while the customer's
 * own are on, lets the customer point at things, and loads what the mirror names.
 */
export function createPageBridge(deps: PageBridgeDeps): PageBridge {
  const { win, toWindow, toRecorder, isWanted, handClosedRoots, rootOf, signal } = deps;
  const { helped, namesAll } = deps;
  const assets = createAssetLoader({ doc: win.document, post: toWindow, helped, namesAll });
  const ownInput = watchOwnInput(win, { noticed, signal });
  let calling = new AbortController();
  /** While the customer points at something; the host's hands are off meanwhile. */
  let picking: AbortController | null = null;
  let isDrawing = false;

  function noticed() {
    if (!isWanted()) return;
    toWindow({ type: 'page.own-input' });
    toRecorder({ type: 'page.release' });
  }
  function endPicking() {
    picking?.abort();
    picking = null;
  }
  function pick(purpose: PickPurpose) {
    endPicking();
    picking = new AbortController();
    toRecorder({ type: 'page.release' });
    pickThings(win, {
      purpose,
      area: (box) => toRecorder({ type: 'page.area', area: box && plain(box) }),
      picked(things) {
        picking = null;
        toWindow({ type: 'page.picked', things });
      },
      ended() {
        picking = null;
        toWindow({ type: 'page.pick-ended' });
      },
      rootOf,
      signal: picking.signal,
    });
  }

  return {
    fromRecorder(message) {
      if (message.type === 'page.assets') assets.take(message);
      else if (message.type === 'page.closed-roots') handClosedRoots(message.nonce);
      else toWindow(message);
      if (message.type === 'page.draw-ended') isDrawing = false;
    },
    fromWindow(message) {
      switch (message.type) {
        case 'page.call':
          calling.abort();
          calling = new AbortController();
          return callOut(win, message.nonce, calling.signal);
        case 'page.placed':
          return calling.abort();
        case 'page.command':
          if (!picking && !isDrawing && ownInput.remainingMs() === 0) return toRecorder(message);
          return toWindow({ type: 'page.refused', id: message.command.id, code: 'suspended' });
        case 'page.draw':
          isDrawing = message.chosen !== null;
          if (isDrawing) toRecorder({ type: 'page.release' });
          return toRecorder(message);
        case 'page.pick':
          return pick(message.purpose);
        case 'page.pick-end':
          return endPicking();
        case 'page.asset-ask':
          return assets.askFonts(message);
        case 'page.stop':
          toRecorder(message);
          return assets.stop();
        case 'page.record':
        case 'page.pause':
        case 'page.refresh':
        case 'page.pointer':
        case 'page.unmark':
        case 'page.area':
        case 'page.drawn':
        case 'page.draw-undo':
        case 'page.release':
        case 'page.policy':
        case 'page.hide':
        case 'page.unmask':
        case 'page.log':
          return toRecorder(message);
      }
    },
    lost() {
      calling.abort();
      endPicking();
      isDrawing = false;
      toRecorder({ type: 'page.stop' });
      // Last: the page may still say something within that.
      assets.stop();
    },
  };
}
