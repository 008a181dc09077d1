import { patchLimits } from '../../../protocol/patch-limits.ts';
import type { PatchHeader, PatchPut } from '../../../protocol/screen-patch.ts';
import { inflate } from './deflate.ts';
import { partBytes } from '../../../patch/pixel-planes.ts';

/** Puts what comes ahead of the video onto a canvas that lies over it, in order. */
export function createPatchPainter(canvas: HTMLCanvasElement) {
  const pen = canvas.getContext('2d');
  let before = Promise.resolve();
  let unshown = 0;
  /** What was begun under an earlier one is not shown. */
  let turn = 0;

  function clear(): void {
    turn += 1;
    pen?.clearRect(0, 0, canvas.width, canvas.height);
  }

  function paint({ size, format, colours, parts }: PatchPut, pixels: Uint8Array<ArrayBuffer>): void {
    if (canvas.width !== size.width || canvas.height !== size.height) Object.assign(canvas, size);
    let at = 0;
    for (const part of parts) {
      const length = partBytes(format, part);
      const frame = new VideoFrame(pixels.subarray(at, at + length), {
        format,
        codedWidth: part.width,
        codedHeight: part.height,
        timestamp: 0,
        colorSpace: colours,
      });
      pen?.drawImage(frame, part.x, part.y);
      frame.close();
      at += length;
    }
  }

  async function put(header: PatchPut, packed: Uint8Array, mine: number): Promise<void> {
    const length = header.parts.reduce((all, part) => all + partBytes(header.format, part), 0);
    const pixels = mine === turn ? await inflate(packed, length) : null;
    if (pixels && mine === turn) paint(header, pixels);
  }

  return {
    clear,
    hear(header: PatchHeader, packed: Uint8Array): void {
      // Where this window cannot keep up the video does.
      if (header.type === 'patch.clear' || unshown >= patchLimits.unshown) return clear();
      unshown += 1;
      const mine = turn;
      before = before
        .then(() => put(header, packed, mine))
        // What a browser does not take is left to the video.
        .catch(clear)
        .finally(() => (unshown -= 1));
    },
  };
}
