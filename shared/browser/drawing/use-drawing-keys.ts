import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { DrawingTools } from './drawing-tools.ts';

const typed = 'input, textarea, select, [contenteditable]';

/** For the element that holds a surface and its bar: hears the keys of the drawing tools, but not what is typed. */
export function useDrawingKeys<E extends HTMLElement>(tools: DrawingTools): RefObject<E | null> {
  const root = useRef<E>(null);
  useEffect(() => {
    const element = root.current;
    const heard = (event: KeyboardEvent) => hear(tools, event);
    element?.addEventListener('keydown', heard);
    return () => element?.removeEventListener('keydown', heard);
  }, [tools]);
  return root;
}

function hear(tools: DrawingTools, event: KeyboardEvent): void {
  const { key, ctrlKey, metaKey, altKey, target, defaultPrevented } = event;
  if (defaultPrevented || altKey) return;
  // An element of another window is none of this one's.
  const isTyped = target !== null && 'closest' in target && (target as Element).closest(typed) !== null;
  if (isTyped && key !== 'Escape') return;
  if (tools.key(key, ctrlKey || metaKey)) event.preventDefault();
}
