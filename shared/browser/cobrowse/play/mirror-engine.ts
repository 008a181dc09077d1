import {
  EventType,
  IncrementalSource,
  type eventWithTime,
  type incrementalData,
  type selectionData,
} from '@rrweb/types';
import { createSheetChanger } from './build/change-sheets.ts';
import { createTreeChanger } from './build/change-tree.ts';
import { createMirrorFrame, resizeMirror } from './build/mirror-frame.ts';
import { fitRoom } from './build/mirror-room.ts';
import { createNodeIds } from './build/node-ids.ts';
import { selectRange } from './build/select-ranges.ts';
import { createStates } from './build/states.ts';

export interface MirrorEngine {
  /** Applies one clean event now. Throws when the event does not fit what is there. */
  apply(event: eventWithTime): void;
  /** Once after each batch: what needs all of it to be there. */
  flush(): void;
  /** Gives the page's window a scroll bar's room of that width beside the page, CSS pixels. */
  leaveRoom(bar: number): void;
  readonly frame: HTMLIFrameElement;
  /** -1: none of the customer's. */
  idOf(node: Node): number;
  nodeOf(id: number): Node | null;
  /** The ids of a tree are free for others. */
  forget(root: Node): void;
  destroy(): void;
}

/**
 * Builds the mirror's document and changes it, at once and in the order in which the events come: no clock, no
 * document beside the document. What it gets has been through the sanitiser.
 */
export function createMirrorEngine(root: HTMLElement): MirrorEngine {
  const frame = createMirrorFrame(root);
  const ids = createNodeIds();
  const states = createStates();
  const tree = createTreeChanger({ ids, states });
  const sheets = createSheetChanger(ids);
  let selection: selectionData | null = null;
  let unselect: (() => void) | null = null;
  let width = 0;
  /** Of the bar that the window has room for; null: it has to be looked at anew. */
  let room: number | null = null;

  function resize(size: { width: number; height: number }) {
    ({ width } = size);
    room = null;
    resizeMirror(frame, size);
  }
  function scroll(id: number, to: { left: number; top: number }) {
    const node = ids.nodeOf(id);
    const target = node?.nodeType === 9 ? (node as Document).defaultView : node;
    // Whoever says that a text was scrolled is not believed.
    if (target && 'scrollTo' in target) (target as Window | Element).scrollTo({ ...to, behavior: 'instant' });
  }
  function input(id: number, text: string, isChecked: boolean) {
    const field = ids.nodeOf(id);
    if (!field) return;
    if ('checked' in field) field.checked = isChecked;
    try {
      if ('value' in field) field.value = text;
    } catch {
      // Nobody but the user may choose a file.
    }
  }
  function change(data: incrementalData) {
    switch (data.source) {
      case IncrementalSource.Mutation:
        return tree.change(data);
      case IncrementalSource.Scroll:
        return scroll(data.id, { left: data.x, top: data.y });
      case IncrementalSource.ViewportResize:
        return resize(data);
      case IncrementalSource.Input:
        return input(data.id, data.text, data.isChecked);
      case IncrementalSource.StyleSheetRule:
        return sheets.rules(data);
      case IncrementalSource.StyleDeclaration:
        return sheets.declaration(data);
      case IncrementalSource.AdoptedStyleSheet:
        return sheets.adopt(data);
      case IncrementalSource.Selection:
        selection = data;
        return;
      case IncrementalSource.MouseMove:
      case IncrementalSource.MouseInteraction:
      case IncrementalSource.TouchMove:
      case IncrementalSource.Drag:
      case IncrementalSource.MediaInteraction:
      case IncrementalSource.CanvasMutation:
      case IncrementalSource.Font:
      case IncrementalSource.CustomElement:
        throw new TypeError(`no change of the mirror: ${data.source}`);
    }
  }

  return {
    apply(event) {
      if (event.type === EventType.Meta) return resize(event.data);
      if (event.type === EventType.IncrementalSnapshot) return change(event.data);
      const doc = frame.contentDocument;
      if (event.type !== EventType.FullSnapshot || !doc) throw new TypeError('nothing to build');
      tree.build(event.data.node, doc);
      const { left, top } = event.data.initialOffset;
      if (left !== 0 || top !== 0) scroll(event.data.node.id, { left, top });
    },
    flush() {
      states.settle();
      if (!selection) return;
      unselect?.();
      unselect = selectRange(selection.ranges[0], ids);
      selection = null;
    },
    leaveRoom(bar) {
      if (room === bar || width === 0) return;
      room = bar;
      fitRoom(frame, width, bar);
    },
    frame,
    idOf: ids.idOf,
    nodeOf: ids.nodeOf,
    forget: ids.forget,
    destroy: () => frame.parentElement?.remove(),
  };
}
