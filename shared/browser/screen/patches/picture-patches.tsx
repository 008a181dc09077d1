import { useLayoutEffect, useRef } from 'preact/hooks';
import { createPatchPainter } from './patch-painter.ts';
import type { PatchView, PatchViews } from './patch-views.ts';

interface Props {
  patches: PatchViews;
  grant: string;
  stream: string;
  /** Of each message that comes, in bytes. */
  onMessage: (bytes: number) => void;
  /** As the video below it. */
  class: string;
  style: Partial<Record<'width' | 'height', string>>;
}

/** What has changed in a controlled picture, over its video, which shows it a while later. */
export function PicturePatches({ patches, grant, stream, onMessage, class: name, style }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    if (!canvas.current) return undefined;
    const life = new AbortController();
    const painter = createPatchPainter(canvas.current);
    const hear: PatchView['hear'] = (header, pixels) => {
      onMessage(pixels.length);
      painter.hear(header, pixels);
    };
    patches.open({ grant, stream, hear, clear: painter.clear }, life.signal);
    return () => life.abort();
  }, [patches, grant, stream]);
  return <canvas ref={canvas} class={`picture-patches ${name}`} style={style} aria-hidden="true" />;
}
