/** Brightness, row by row. */
export interface Grey {
  luma: Uint8Array;
  width: number;
  height: number;
}

interface Area {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const side = 8;
/** Windows that are darker and lighter than this hold letters; paper tells nothing. */
const inkVariance = 400;
const steadyMean = (0.01 * 255) ** 2;
const steadyVariance = (0.03 * 255) ** 2;

/**
 * How alike the letters are: the mean structural similarity (SSIM) of those windows of 8 × 8 pixels in the area in
 * which the original has ink. 1: the same; half the size and back again is about 0.7.
 */
export function likenessOfText(original: Grey, picture: Grey, area: Area): number {
  const all: number[] = [];
  for (let top = area.top; top + side <= area.bottom; top += side) {
    for (let left = area.left; left + side <= area.right; left += side) {
      const one = similarity(original, picture, left, top);
      if (one !== null) all.push(one);
    }
  }
  return all.reduce((sum, one) => sum + one, 0) / all.length;
}

function similarity(original: Grey, picture: Grey, left: number, top: number): number | null {
  const sums = { a: 0, b: 0, aa: 0, bb: 0, ab: 0 };
  for (let y = top; y < top + side; y += 1) {
    for (let x = left; x < left + side; x += 1) {
      const a = original.luma[y * original.width + x] ?? 0;
      const b = picture.luma[y * picture.width + x] ?? 0;
      sums.a += a;
      sums.b += b;
      sums.aa += a * a;
      sums.bb += b * b;
      sums.ab += a * b;
    }
  }
  const count = side * side;
  const [a, b] = [sums.a / count, sums.b / count];
  const varies = { a: sums.aa / count - a * a, b: sums.bb / count - b * b, ab: sums.ab / count - a * b };
  if (varies.a < inkVariance) return null;
  return (
    ((2 * a * b + steadyMean) * (2 * varies.ab + steadyVariance)) /
    ((a * a + b * b + steadyMean) * (varies.a + varies.b + steadyVariance))
  );
}

/** The same at half the size, made large again: what Screen Sampling must be better than. */
export function halved({ luma, width, height }: Grey): Grey {
  const at = (x: number, y: number) => luma[Math.min(y, height - 1) * width + Math.min(x, width - 1)] ?? 0;
  const small = (x: number, y: number) =>
    (at(2 * x, 2 * y) + at(2 * x + 1, 2 * y) + at(2 * x, 2 * y + 1) + at(2 * x + 1, 2 * y + 1)) / 4;
  const made = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      // Between the four nearest, as browsers do.
      const [fx, fy] = [Math.max(0, (x - 0.5) / 2), Math.max(0, (y - 0.5) / 2)];
      const [x0, y0] = [Math.floor(fx), Math.floor(fy)];
      const [dx, dy] = [fx - x0, fy - y0];
      const upper = small(x0, y0) * (1 - dx) + small(x0 + 1, y0) * dx;
      const lower = small(x0, y0 + 1) * (1 - dx) + small(x0 + 1, y0 + 1) * dx;
      made[y * width + x] = upper * (1 - dy) + lower * dy;
    }
  }
  return { luma: made, width, height };
}
