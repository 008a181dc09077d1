import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { HostCobrowse } from '../cobrowse/host-cobrowse.ts';
import { createDrawingTools, type DrawingTools, type DrawnOn } from './drawing-tools.ts';

/** One person's tools for the surface that is in front: a mirror, or what else can be drawn on. */
export function useDrawing(mirror: HostCobrowse | null, screens: DrawnOn | null): DrawingTools {
  const front = useRef<DrawnOn | null>(null);
  front.current = screens ?? mirror?.drawing ?? null;
  const tools = useMemo(() => createDrawingTools(() => front.current), []);
  const chosen = tools.chosen.value;
  const onMirror = screens ? null : chosen;
  // Before the next press, which may come before the next picture.
  useLayoutEffect(() => mirror?.drawing.choose(onMirror), [mirror, onMirror]);
  useEffect(() => mirror?.drawing.onKey((key, ctrl) => void tools.key(key, ctrl)), [mirror, tools]);
  useEffect(() => {
    if (!front.current) tools.choose(null);
  }, [mirror, screens]);
  return tools;
}
