interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Where a picture of that size lies in a box that it fits into whole (`object-fit: contain`). */
export function pictureBox(box: Box, size: { width: number; height: number }): Box {
  if (size.width === 0 || size.height === 0) return box;
  const scale = Math.min(box.width / size.width, box.height / size.height);
  const width = size.width * scale;
  const height = size.height * scale;
  return { left: box.left + (box.width - width) / 2, top: box.top + (box.height - height) / 2, width, height };
}

/** A place in it in fractions; null: outside, or with `clamp` the nearest place inside. */
export function fractionIn(
  { left, top, width, height }: Box,
  x: number,
  y: number,
  clamp = false,
): { x: number; y: number } | null {
  const at = { x: (x - left) / width, y: (y - top) / height };
  if (clamp) return { x: Math.min(1, Math.max(0, at.x)), y: Math.min(1, Math.max(0, at.y)) };
  return at.x >= 0 && at.x <= 1 && at.y >= 0 && at.y <= 1 ? at : null;
}
