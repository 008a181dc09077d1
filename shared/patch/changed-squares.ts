import { type Plane, type Planes, squareSize } from './pixel-planes.ts';

const wordBytes = 4;

/** Marks in `changed`, one byte a square row by row, where two pictures differ. Gives how many are newly marked. */
export function markChanged(
  before: Uint32Array,
  now: Uint32Array,
  { width, planes }: Planes,
  changed: Uint8Array,
): number {
  const across = Math.ceil(width / squareSize);
  let count = 0;
  for (const plane of planes) count += markIn(before, now, plane, { across, changed });
  return count;
}

/** Words of one plane; plain loops, since a full HD picture has 778,000 of them thirty times a second. */
function markIn(
  before: Uint32Array,
  now: Uint32Array,
  { offset, stride, rows, every }: Plane,
  { across, changed }: { across: number; changed: Uint8Array },
): number {
  const [first, rowWords] = [offset / wordBytes, stride / wordBytes];
  const squareWords = rowWords / across;
  const squareRows = squareSize / every;
  let count = 0;
  for (let row = 0; row < rows; row += 1) {
    const line = Math.floor(row / squareRows) * across;
    const start = first + row * rowWords;
    for (let at = 0; at < rowWords; at += 1) {
      if (before[start + at] === now[start + at]) continue;
      const square = line + Math.floor(at / squareWords);
      if (changed[square] === 0) {
        changed[square] = 1;
        count += 1;
      }
      // The rest of this square's row says no more.
      at = (Math.floor(at / squareWords) + 1) * squareWords - 1;
    }
  }
  return count;
}
