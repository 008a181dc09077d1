export interface Point {
  x: number;
  y: number;
}

/** A place in an element's box, in the viewport of `outermost`, which holds the element's document or its frames. */
export function pointIn(element: Element, fx: number, fy: number, outermost: Document): Point | null {
  const box = element.getBoundingClientRect();
  let x = box.left + box.width * fx;
  let y = box.top + box.height * fy;
  for (let doc = element.ownerDocument; doc !== outermost;) {
    const frame = doc.defaultView?.frameElement;
    if (!frame) return null;
    const around = frame.getBoundingClientRect();
    x += around.left + frame.clientLeft;
    y += around.top + frame.clientTop;
    doc = frame.ownerDocument;
  }
  return { x, y };
}
