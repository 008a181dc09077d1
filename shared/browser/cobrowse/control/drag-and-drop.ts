import { deepParent } from './deep.ts';
import type { Place } from './target.ts';

/** A hand is never quite still: a press that moves less than this is a click. */
const slackPixels = 4;

export interface DragAndDrop {
  /** The button went down here. */
  press(place: Place): void;
  /** True when the move belongs to a drag: the page gets no pointer events of it. */
  move(place: Place, event: MouseEventInit): boolean;
  /** True when it ended a drag, dropped or not. */
  up(place: Place, event: MouseEventInit): boolean;
  /** Ends without a drop. */
  cancel(): void;
  active(): boolean;
}

interface Drag {
  source: Element;
  data: DataTransfer;
  over: Element | null;
  accepted: boolean;
  last: MouseEventInit;
}

/** HTML5 drag and drop, which browsers start for trusted input only: all its events, with one DataTransfer. */
export function createDragAndDrop(): DragAndDrop {
  let pressed: { source: Element; x: number; y: number } | null = null;
  let drag: Drag | null = null;

  const fire = (type: string, target: Element, { data }: { data: DataTransfer }, event: MouseEventInit) =>
    target.dispatchEvent(
      new DragEvent(type, {
        ...event,
        button: 0,
        cancelable: type !== 'dragleave' && type !== 'dragend',
        dataTransfer: data,
      }),
    );

  function start({ element, x, y }: Place, event: MouseEventInit): boolean {
    if (!pressed || Math.hypot(x - pressed.x, y - pressed.y) < slackPixels) return false;
    const { source } = pressed;
    pressed = null;
    const data = new DataTransfer();
    data.effectAllowed = 'all';
    if (!source.isConnected || !fire('dragstart', source, { data }, event)) return false;
    source.dispatchEvent(new PointerEvent('pointercancel', { bubbles: true, composed: true }));
    drag = { source, data, over: null, accepted: false, last: event };
    fire('drag', source, drag, event);
    carry(drag, element, event);
    return true;
  }

  function carry(now: Drag, element: Element, event: MouseEventInit) {
    now.last = event;
    if (element !== now.over) {
      const left = now.over;
      now.over = element;
      fire('dragenter', element, now, { ...event, relatedTarget: left });
      if (left?.isConnected) fire('dragleave', left, now, { ...event, relatedTarget: element });
    }
    now.accepted = !fire('dragover', element, now, event);
  }

  function end(now: Drag, drop: boolean, event: MouseEventInit) {
    drag = null;
    const target = now.over?.isConnected ? now.over : null;
    if (drop && target && now.accepted) {
      if (now.data.dropEffect === 'none') now.data.dropEffect = 'move';
      fire('drop', target, now, event);
    } else {
      now.data.dropEffect = 'none';
      if (target) fire('dragleave', target, now, event);
    }
    fire('dragend', now.source, now, event);
  }

  return {
    press({ element, x, y }) {
      const source = draggable(element);
      pressed = source && { source, x, y };
    },
    move(place, event) {
      if (!drag) return start(place, event);
      fire('drag', drag.source, drag, event);
      carry(drag, place.element, event);
      return true;
    },
    up(place, event) {
      pressed = null;
      if (!drag) return false;
      carry(drag, place.element, event);
      end(drag, true, event);
      return true;
    },
    cancel() {
      pressed = null;
      if (drag) end(drag, false, drag.last);
    },
    active: () => drag !== null,
  };
}

/** What a press here would pick up; the links and pictures that browsers let drag by themselves are left to lie. */
function draggable(element: Element): Element | null {
  for (let node: Node | null = element; node; node = deepParent(node)) {
    if (node.nodeType === 1 && (node as Element).getAttribute('draggable') === 'true') return node as Element;
  }
  return null;
}
