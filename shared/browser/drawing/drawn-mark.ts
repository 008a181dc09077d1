import { drawingLimits } from '../../protocol/drawing-limits.ts';
import { type Box, boxAround, pixelOf } from './box.ts';
import type { OnBoard } from './drawing-board.ts';
import { createNameTag } from './name-tag.ts';
import { personColour } from './person-colour.ts';
import { boxPath, shapePath } from './shape-path.ts';
import { coversLayer, ownDocument, svgElement } from './svg-element.ts';

export interface DrawnMark {
  /** `box`: its anchor's; null hides it. */
  draw(drawing: OnBoard, box: Box | null, layer: { width: number; height: number }, withName: boolean): void;
  remove(): void;
}

const linePixels = 4;
const haloPixels = 7;
const highlightMargin = 4;
const tagPixels = 24;

/** One drawing, in its person's colour with a white rim, so that it is seen on any ground. */
export function createDrawnMark(layer: ParentNode & Node, { by, tool, text }: OnBoard): DrawnMark {
  const doc = ownDocument(layer);
  const colour = personColour(by);
  const group = doc.createElement('div');
  group.style.cssText = coversLayer;
  group.dataset['drawing'] = tool;
  const picture = svgElement(doc, 'svg', { width: '100%', height: '100%' });
  picture.style.cssText = coversLayer;
  const line = { fill: 'none', 'stroke-linecap': 'round', 'stroke-linejoin': 'round' };
  const dim = svgElement(doc, 'path', { fill: '#000', 'fill-opacity': 0.55, 'fill-rule': 'evenodd' });
  const halo = svgElement(doc, 'path', { ...line, stroke: '#fff', 'stroke-width': haloPixels });
  const stroke = svgElement(doc, 'path', { ...line, stroke: colour, 'stroke-width': linePixels });
  picture.append(...(tool === 'highlight' ? [dim] : []), halo, stroke);
  const words = doc.createElement('div');
  words.style.cssText = `position:absolute;left:0;top:0;display:${tool === 'text' ? 'block' : 'none'};max-width:320px;padding:4px 10px;border:2px solid ${colour};border-radius:8px;background:#fff;color:#16202e;font:600 15px/1.35 system-ui,sans-serif;overflow-wrap:anywhere;white-space:pre-wrap;box-shadow:0 2px 8px rgb(0 0 0 / 35%);pointer-events:none`;
  words.textContent = text.slice(0, drawingLimits.textChars);
  const tag = createNameTag(doc, colour);
  group.append(picture, words, tag.element);
  // What is drawn beside it is not dimmed with the rest.
  if (tool === 'highlight') layer.prepend(group);
  else layer.append(group);
  let last = '';

  return {
    draw(drawing, box, size, withName) {
      group.style.display = box ? 'block' : 'none';
      if (!box) return;
      const now = JSON.stringify([box, size, withName, drawing.points.length, drawing.at]);
      if (now === last) return;
      last = now;
      const around = widened(box);
      const pixels = drawing.points.map((point) => pixelOf(box, point));
      const path = shapePath(tool, pixels, around);
      halo.setAttribute('d', path);
      stroke.setAttribute('d', path);
      const { left, top } = tool === 'highlight' ? around : boxAround(pixels);
      if (tool === 'highlight') dim.setAttribute('d', `${boxPath({ left: 0, top: 0, ...size })}${boxPath(around)}`);
      words.style.transform = `translate(${left}px, ${top}px)`;
      const tagged = { x: Math.max(0, left), y: Math.max(0, top - tagPixels) };
      tag.show(drawing.name, withName ? tagged : null);
    },
    remove: () => group.remove(),
  };
}

const widened = ({ left, top, width, height }: Box): Box => ({
  left: left - highlightMargin,
  top: top - highlightMargin,
  width: width + 2 * highlightMargin,
  height: height + 2 * highlightMargin,
});
