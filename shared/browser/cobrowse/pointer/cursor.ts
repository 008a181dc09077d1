import type { Point } from './point-in.ts';

export interface Cursor {
  /** In the layer's own pixels; null hides it. */
  move(point: Point | null): void;
  ripple(point: Point): void;
  /** Plain text. */
  name(text: string): void;
}

const svg = 'http://www.w3.org/2000/svg';
const nameAtMost = 40;

/**
 * An arrow with a name, and rings that spread where it presses. Drawn by properties and attributes alone: the
 * page's policy may forbid style sheets and markup.
 */
export function createCursor(layer: ParentNode & Node, colour: string): Cursor {
  const doc = layer.ownerDocument ?? document;
  const box = doc.createElement('div');
  box.style.cssText = 'position:absolute;left:0;top:0;display:none;pointer-events:none;will-change:transform';
  const picture = doc.createElementNS(svg, 'svg');
  for (const [name, value] of [
    ['width', '20'],
    ['height', '22'],
    ['viewBox', '0 0 20 22'],
  ] as const)
    picture.setAttribute(name, value);
  const arrow = doc.createElementNS(svg, 'path');
  arrow.setAttribute('d', 'M1 1l5.5 18 3.4-7.2L17 8.6z');
  arrow.setAttribute('fill', colour);
  arrow.setAttribute('stroke', '#fff');
  arrow.setAttribute('stroke-width', '1.5');
  arrow.setAttribute('stroke-linejoin', 'round');
  picture.append(arrow);
  const label = doc.createElement('span');
  label.style.cssText = `position:absolute;left:14px;top:18px;padding:1px 7px;border-radius:9px;background:${colour};color:#fff;font:600 12px/1.5 system-ui,sans-serif;white-space:nowrap;direction:ltr`;
  box.append(picture, label);
  layer.append(box);

  return {
    move(point) {
      box.style.display = point ? 'block' : 'none';
      if (point) box.style.transform = `translate(${point.x}px, ${point.y}px)`;
    },
    ripple({ x, y }) {
      const ring = doc.createElement('div');
      ring.style.cssText = `position:absolute;left:${x - 20}px;top:${y - 20}px;width:40px;height:40px;box-sizing:border-box;border:3px solid ${colour};border-radius:50%;pointer-events:none`;
      layer.append(ring);
      const spread = ring.animate(
        [
          { transform: 'scale(0.2)', opacity: 1 },
          { transform: 'scale(1)', opacity: 0 },
        ],
        { duration: 500, easing: 'ease-out' },
      );
      spread.onfinish = () => ring.remove();
      spread.oncancel = () => ring.remove();
    },
    name(text) {
      const short = [...text].slice(0, nameAtMost).join('');
      if (label.textContent !== short) label.textContent = short;
      label.hidden = short === '';
    },
  };
}
