import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ScreenAnchor } from '../../../protocol/drawing.ts';
import type { Box } from '../../drawing/box.ts';
import type { DrawingPad } from '../../drawing/drawing-pad.ts';
import type { DrawingTools } from '../../drawing/drawing-tools.ts';
import { pictureBox } from '../picture-box.ts';
import type { ScreenDrawings } from './screen-drawings.ts';

interface Props {
  drawings: ScreenDrawings;
  /** Null: this view only shows. */
  tools: DrawingTools | null;
  anchor: ScreenAnchor;
  /** Of who draws on it from afar; empty: nobody does. */
  name: string;
  video: RefObject<HTMLVideoElement | null>;
}

/** What is drawn over one picture, whatever its size here. While a tool is chosen presses are drawings. */
export function PictureDrawing({ drawings, tools, anchor, name, video }: Props) {
  const element = useRef<HTMLDivElement>(null);
  const pad = useRef<DrawingPad | null>(null);
  const chosen = tools?.chosen.value ?? null;

  useLayoutEffect(() => {
    const root = element.current;
    if (!root) return undefined;
    const life = new AbortController();
    pad.current = drawings.open({
      anchor,
      name,
      element: root,
      box: () => boxIn(root, video.current),
      signal: life.signal,
    });
    return () => {
      life.abort();
      pad.current = null;
    };
  }, [drawings, anchor.grant, anchor.stream, name]);
  // Before the next press, which may come before the next picture.
  useLayoutEffect(() => pad.current?.choose(chosen), [chosen, drawings, anchor.grant, anchor.stream]);

  const place = ({ clientX, clientY }: PointerEvent) => {
    const box = element.current?.getBoundingClientRect();
    return { x: clientX - (box?.left ?? 0), y: clientY - (box?.top ?? 0) };
  };
  const pressed = (event: PointerEvent) => {
    if (event.button !== 0) return;
    event.preventDefault();
    element.current?.setPointerCapture(event.pointerId);
    pad.current?.down(place(event));
  };
  return (
    <div
      ref={element}
      class={`picture-drawing ${chosen ? 'is-drawing' : ''}`}
      data-picture-drawing
      onPointerDown={pressed}
      onPointerMove={(event) => pad.current?.move(place(event))}
      onPointerUp={() => pad.current?.up()}
      onPointerCancel={() => pad.current?.leave()}
      onPointerLeave={() => pad.current?.leave()}
    />
  );
}

function boxIn(root: HTMLElement, video: HTMLVideoElement | null): Box | null {
  if (!video || video.videoWidth === 0) return null;
  const around = root.getBoundingClientRect();
  const { left, top, width, height } = pictureBox(video.getBoundingClientRect(), {
    width: video.videoWidth,
    height: video.videoHeight,
  });
  return { left: left - around.left, top: top - around.top, width, height };
}
