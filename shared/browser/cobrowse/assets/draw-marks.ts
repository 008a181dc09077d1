const draws = new Set(
  (
    'fillRect clearRect strokeRect fill stroke fillText strokeText drawImage putImageData reset ' +
    'drawArrays drawElements drawArraysInstanced drawElementsInstanced drawRangeElements clear ' +
    'transferFromImageBitmap'
  ).split(' '),
);
const contexts = [
  'CanvasRenderingContext2D',
  'WebGLRenderingContext',
  'WebGL2RenderingContext',
  'ImageBitmapRenderingContext',
] as const;

type Method = (this: { canvas: object }, ...args: unknown[]) => unknown;

/**
 * Calls `mark` whenever something is drawn on a canvas of that window, so that nobody has to look at pixels to see
 * whether they changed. Gives the way back.
 */
export function markDraws(win: Window & typeof globalThis, mark: (canvas: object) => void): () => void {
  const undo: (() => void)[] = [];
  for (const context of contexts) {
    const proto = win[context]?.prototype as object as Record<string, Method> | undefined;
    if (!proto) continue;
    for (const name of Object.getOwnPropertyNames(proto)) {
      const property = Object.getOwnPropertyDescriptor(proto, name);
      const original = property?.value as Method | undefined;
      if (!draws.has(name) || typeof original !== 'function') continue;
      const marked: Method = function (...args) {
        mark(this.canvas);
        return original.apply(this, args);
      };
      Object.defineProperty(proto, name, { ...property, value: marked });
      undo.push(() => {
        if (proto[name] === marked) Object.defineProperty(proto, name, { ...property, value: original });
      });
    }
  }
  return () => {
    for (const one of undo) one();
  };
}
