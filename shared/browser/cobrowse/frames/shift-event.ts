import { EventType, IncrementalSource, type eventWithTime, type serializedNodeWithId } from '@rrweb/types';
import { mirrorId } from './frame-ids.ts';

type Incremental = Extract<eventWithTime, { type: EventType.IncrementalSnapshot }>['data'];
type Shift = (id: number) => number;

/** Numbers a tree for the mirror, in place. */
function shiftTree(root: serializedNodeWithId, shift: Shift): void {
  const nodes = [root];
  for (let node = nodes.pop(); node; node = nodes.pop()) {
    node.id = shift(node.id);
    if ('childNodes' in node) for (const child of node.childNodes) nodes.push(child);
  }
}

const styleIds = (data: { id?: number | undefined; styleId?: number | undefined }, shift: Shift) => {
  if (data.id !== undefined) data.id = shift(data.id);
  if (data.styleId !== undefined) data.styleId = shift(data.styleId);
};

function shiftIncremental(data: Incremental, shift: Shift): Incremental | null {
  switch (data.source) {
    case IncrementalSource.Mutation:
      for (const change of [...data.texts, ...data.attributes]) change.id = shift(change.id);
      for (const remove of data.removes) {
        remove.id = shift(remove.id);
        remove.parentId = shift(remove.parentId);
      }
      for (const add of data.adds) {
        add.parentId = shift(add.parentId);
        if (add.nextId !== null) add.nextId = shift(add.nextId);
        if (typeof add.previousId === 'number') add.previousId = shift(add.previousId);
        shiftTree(add.node, shift);
      }
      return data;
    case IncrementalSource.Scroll:
    case IncrementalSource.Input:
      data.id = shift(data.id);
      return data;
    case IncrementalSource.StyleSheetRule:
    case IncrementalSource.StyleDeclaration:
      styleIds(data, shift);
      return data;
    case IncrementalSource.AdoptedStyleSheet:
      data.id = shift(data.id);
      data.styleIds = data.styleIds.map(shift);
      for (const style of data.styles ?? []) style.styleId = shift(style.styleId);
      return data;
    case IncrementalSource.Selection:
      for (const range of data.ranges) {
        range.start = shift(range.start);
        range.end = shift(range.end);
      }
      return data;
    case IncrementalSource.MouseMove:
    case IncrementalSource.MouseInteraction:
    case IncrementalSource.TouchMove:
    case IncrementalSource.Drag:
    case IncrementalSource.ViewportResize:
    case IncrementalSource.MediaInteraction:
    case IncrementalSource.CanvasMutation:
    case IncrementalSource.Font:
    case IncrementalSource.CustomElement:
      return null;
    default:
      return null;
  }
}

/**
 * An event of one frame (clean, and nobody else's) as one of the mirror; null: nothing for the mirror.
 * Throws for ids that are another frame's.
 */
export function shiftEvent(event: eventWithTime, frame: number): eventWithTime | null {
  const shift: Shift = (id) => mirrorId(frame, id);
  if (event.type === EventType.FullSnapshot) {
    shiftTree(event.data.node, shift);
    return event;
  }
  if (event.type !== EventType.IncrementalSnapshot) return frame === 0 ? event : null;
  // Only the page has a size: a frame has its element's.
  if (event.data.source === IncrementalSource.ViewportResize) return frame === 0 ? event : null;
  return shiftIncremental(event.data, shift) && event;
}
