import * as v from 'valibot';
import {
  coloursSchema,
  patchFormats,
  type PatchColours,
  type PatchFormat,
  type PatchPart,
} from '../../../protocol/screen-patch.ts';
import { markChanged } from '../../../patch/changed-squares.ts';
import { cutOut, partBytes, planesOf, type Planes, squareSize } from '../../../patch/pixel-planes.ts';

/** The latest picture of a screen, and where it has changed since what was changed before was taken. */
export interface PictureMemory {
  readonly format: PatchFormat;
  readonly colours: PatchColours;
  readonly size: { width: number; height: number };
  readonly squares: number;
  readonly changed: number;
  readonly marked: Uint8Array;
  /** Whether that frame can be compared with this one. */
  fits(frame: VideoFrame): boolean;
  look(frame: VideoFrame): Promise<void>;
  cut(parts: readonly PatchPart[]): Uint8Array<ArrayBuffer>;
  forgetChanges(): void;
}

const isFormat = (format: VideoFrame['format']): format is PatchFormat =>
  format !== null && (patchFormats as readonly string[]).includes(format);

const sizeOf = ({ visibleRect, codedWidth, codedHeight }: VideoFrame) => ({
  width: visibleRect?.width ?? codedWidth,
  height: visibleRect?.height ?? codedHeight,
});

/** Null: its pixels cannot be looked at. */
export function createPictureMemory(first: VideoFrame): PictureMemory | null {
  const { format, colorSpace } = first;
  const colours = v.safeParse(coloursSchema, colorSpace.toJSON());
  if (!isFormat(format) || !colours.success) return null;
  const size = sizeOf(first);
  const planes: Planes = planesOf(format, size.width, size.height);
  const layout = planes.planes.map(({ offset, stride }) => ({ offset, stride }));
  const marked = new Uint8Array(Math.ceil(size.width / squareSize) * Math.ceil(size.height / squareSize));
  let [now, spare] = [new Uint8Array(planes.bytes), new Uint8Array(planes.bytes)];
  let isFirst = true;
  /** All of a first picture is new. */
  let changed = marked.length;
  return {
    format,
    colours: colours.output,
    size,
    squares: marked.length,
    get changed() {
      return changed;
    },
    marked,
    fits: (frame) => {
      const { width, height } = sizeOf(frame);
      return frame.format === format && width === size.width && height === size.height;
    },
    async look(frame) {
      await frame.copyTo(spare, { layout });
      [now, spare] = [spare, now];
      if (!isFirst) changed += markChanged(new Uint32Array(spare.buffer), new Uint32Array(now.buffer), planes, marked);
      isFirst = false;
    },
    cut(parts) {
      const pixels = new Uint8Array(parts.reduce((all, part) => all + partBytes(format, part), 0));
      parts.reduce((at, part) => cutOut(now, planes, part, pixels, at), 0);
      return pixels;
    },
    forgetChanges() {
      marked.fill(0);
      changed = 0;
    },
  };
}
