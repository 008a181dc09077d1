/** A number as black and white cells, which survive being a picture. */
export const code = { bits: 10, cell: 16 } as const;

/** Puts the code of the changes so far into the page's corner, and changes it with each. */
export function drawCode(): void {
  const box = document.createElement('div');
  box.style.cssText = `position:fixed;z-index:9;left:0;top:0;display:grid;grid:repeat(2,${code.cell}px)/repeat(${code.bits},${code.cell}px)`;
  const cells = Array.from({ length: 2 * code.bits }, () => document.createElement('i'));
  box.append(...cells);
  document.body.append(box);
  const draw = (count: number) => {
    for (const [at, cell] of cells.entries()) {
      // Below each cell is its opposite, so that what is half drawn is not taken for another number.
      const isSet = ((count >> (at % code.bits)) & 1) === 1;
      cell.style.background = isSet === at < code.bits ? '#fff' : '#000';
    }
  };
  draw(0);
  const tick = window.benchTick;
  if (!tick) return;
  window.benchTick = () => {
    tick();
    draw(window.benchTicks.length);
  };
}

/** Null: it cannot be read. `scale`: the picture's pixels for one of the page's. */
export function readCode(
  canvas: OffscreenCanvasRenderingContext2D,
  picture: CanvasImageSource,
  scale: number,
): number | null {
  canvas.drawImage(picture, 0, 0);
  const light = (column: number, row: number) => {
    const [x, y] = [column, row].map((at) => Math.round((at + 0.5) * code.cell * scale));
    return canvas.getImageData(x ?? 0, y ?? 0, 1, 1).data[0] ?? 0;
  };
  let count = 0;
  for (let bit = 0; bit < code.bits; bit += 1) {
    const [above, below] = [light(bit, 0), light(bit, 1)];
    if (Math.abs(above - below) < 100) return null;
    if (above > below) count |= 1 << bit;
  }
  return count;
}
