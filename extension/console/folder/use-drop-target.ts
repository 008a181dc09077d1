import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

interface Target {
  /** Whether what is dragged may be put there. */
  takes(event: DragEvent): boolean;
  drop(event: DragEvent): void;
}

/** An element onto which something may be dragged; the keyboard has its own ways. */
export function useDropTarget<E extends HTMLElement>(target: Target): RefObject<E | null> {
  const element = useRef<E>(null);
  const now = useRef(target);
  now.current = target;
  useEffect(() => {
    const life = new AbortController();
    const { signal } = life;
    const over = (event: DragEvent) => {
      if (now.current.takes(event)) event.preventDefault();
    };
    const drop = (event: DragEvent) => {
      if (!now.current.takes(event)) return;
      event.preventDefault();
      event.stopPropagation();
      now.current.drop(event);
    };
    element.current?.addEventListener('dragover', over, { signal });
    element.current?.addEventListener('drop', drop, { signal });
    return () => life.abort();
  }, []);
  return element;
}
