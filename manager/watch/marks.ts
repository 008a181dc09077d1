import { squareSize } from '../../shared/patch/pixel-planes.ts';
import type { Rectangle } from '../desk/desk.ts';

/** Squares of one screen; what lies beside the screen is in none of them. */
export function createMarks(area: Rectangle) {
  const across = Math.ceil(area.width / squareSize);
  const marked = new Uint8Array(across * Math.ceil(area.height / squareSize));
  let count = 0;
  return {
    /** One byte a square, row by row. */
    marked,
    get count() {
      return count;
    },
    mark({ x, y, width, height }: Rectangle): void {
      const [left, top] = [Math.max(0, x - area.x), Math.max(0, y - area.y)];
      const [right, bottom] = [Math.min(area.width, x + width - area.x), Math.min(area.height, y + height - area.y)];
      if (right <= left || bottom <= top) return;
      const [from, to] = [Math.floor(left / squareSize), Math.ceil(right / squareSize)];
      for (let row = Math.floor(top / squareSize); row * squareSize < bottom; row += 1) {
        const line = marked.subarray(row * across + from, row * across + to);
        count += line.length - line.reduce((all, one) => all + one, 0);
        line.fill(1);
      }
    },
    forget(): void {
      marked.fill(0);
      count = 0;
    },
  };
}
