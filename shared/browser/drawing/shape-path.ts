import { boxAround, type Box, type Pixel } from './box.ts';

const headPixels = 16;
const round = (value: number) => Math.round(value * 10) / 10;
const pair = ({ x, y }: Pixel) => `${round(x)} ${round(y)}`;

/** The lines of a drawing as data of an SVG path; empty for what has none. */
export function shapePath(tool: string, pixels: readonly Pixel[], box: Box): string {
  const [first, ...others] = pixels;
  const last = others.at(-1) ?? first;
  if (!first || !last) return '';
  switch (tool) {
    case 'rectangle':
      return boxPath(boxAround([first, last]));
    case 'highlight':
      return boxPath(box);
    case 'arrow':
      return `M${pair(first)}L${pair(last)}${arrowHead(first, last)}`;
    case 'text':
      return '';
    default:
      // A press that goes nowhere is a dot.
      return `M${pair(first)}${(others.length > 0 ? others : [first]).map((pixel) => `L${pair(pixel)}`).join('')}`;
  }
}

export const boxPath = ({ left, top, width, height }: Box): string =>
  `M${pair({ x: left, y: top })}h${round(width)}v${round(height)}h${-round(width)}Z`;

function arrowHead(from: Pixel, tip: Pixel): string {
  const angle = Math.atan2(tip.y - from.y, tip.x - from.x);
  const side = (turn: number): Pixel => ({
    x: tip.x - headPixels * Math.cos(angle + turn),
    y: tip.y - headPixels * Math.sin(angle + turn),
  });
  return `M${pair(side(0.5))}L${pair(tip)}L${pair(side(-0.5))}`;
}
