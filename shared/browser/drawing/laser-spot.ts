import { drawingLimits } from '../../protocol/drawing-limits.ts';
import type { Pixel } from './box.ts';
import { createNameTag } from './name-tag.ts';
import { personColour } from './person-colour.ts';
import { coversLayer, ownDocument, svgElement } from './svg-element.ts';

export interface LaserSpot {
  shine(name: string, at: Pixel): void;
  remove(): void;
}

/** A bright dot with a tail that fades. */
export function createLaserSpot(layer: ParentNode & Node, by: number): LaserSpot {
  const doc = ownDocument(layer);
  const colour = personColour(by);
  const group = doc.createElement('div');
  group.style.cssText = coversLayer;
  group.dataset['drawing'] = 'laser';
  const picture = svgElement(doc, 'svg', { width: '100%', height: '100%' });
  picture.style.cssText = coversLayer;
  const dot = svgElement(doc, 'circle', { r: 8, fill: colour, stroke: '#fff', 'stroke-width': 3 });
  picture.append(dot);
  const tag = createNameTag(doc, colour);
  group.append(picture, tag.element);
  layer.append(group);
  let before: Pixel | null = null;

  function tail(from: Pixel, to: Pixel) {
    const line = svgElement(doc, 'path', {
      d: `M${from.x} ${from.y}L${to.x} ${to.y}`,
      stroke: colour,
      'stroke-width': 5,
      'stroke-linecap': 'round',
    });
    picture.prepend(line);
    const fading = line.animate([{ opacity: 0.8 }, { opacity: 0 }], { duration: drawingLimits.trailMs });
    fading.onfinish = () => line.remove();
    fading.oncancel = () => line.remove();
  }
  return {
    shine(name, at) {
      if (before) tail(before, at);
      before = at;
      dot.setAttribute('cx', String(at.x));
      dot.setAttribute('cy', String(at.y));
      tag.show(name, { x: at.x + 12, y: at.y + 12 });
    },
    remove: () => group.remove(),
  };
}
