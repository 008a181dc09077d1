/** A number as black and white cells, which survive being a picture. */
export const code = { bits: 10, cell: 16 } as const;

/** Puts the code of the changes so far into the page's corner, and changes it with each. */
export function drawCode(): void {
  const box = document.createElement('div');
  box.style.cssText = `position:fixed;z-index:9;left:0;top:0;display:flex;height:${code.cell}px`;
  const cells = Array.from({ length: code.bits }, () => document.createElement('i'));
  for (const cell of cells) cell.style.cssText = `width:${code.cell}px;background:#000`;
  box.append(...cells);
  document.body.append(box);
  const tick = window.benchTick;
  if (!tick) return;
  window.benchTick = () => {
    tick();
    const count = window.benchTicks.length;
    for (const [bit, cell] of cells.entries()) cell.style.background = (count >> bit) & 1 ? '#fff' : '#000';
  };
}

/** `scale`: the picture's pixels for one of the page's. */
export function readCode(canvas: OffscreenCanvasRenderingContext2D, picture: CanvasImageSource, scale: number): number {
  canvas.drawImage(picture, 0, 0);
  let count = 0;
  for (let bit = 0; bit < code.bits; bit += 1) {
    const x = Math.round((bit + 0.5) * code.cell * scale);
    const [red = 0] = canvas.getImageData(x, Math.round((code.cell / 2) * scale), 1, 1).data;
    if (red > 127) count |= 1 << bit;
  }
  return count;
}
