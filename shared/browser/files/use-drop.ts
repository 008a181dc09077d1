import { type ReadonlySignal, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';

const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;

/** Takes files that are dropped anywhere on the window; tells whether some are being dragged over it. */
export function useDrop(onDrop: (files: readonly File[]) => void): ReadonlySignal<boolean> {
  const isOver = useSignal(false);
  const take = useRef(onDrop);
  take.current = onDrop;
  useEffect(() => {
    const life = new AbortController();
    const { signal } = life;
    const over = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      // Without it the browser would open the file in place of this page.
      event.preventDefault();
      isOver.value = true;
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) isOver.value = false;
    };
    const drop = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      isOver.value = false;
      take.current(filesIn(event.dataTransfer));
    };
    addEventListener('dragover', over, { signal });
    addEventListener('dragleave', leave, { signal });
    addEventListener('drop', drop, { signal });
    return () => life.abort();
  }, []);
  return isOver;
}

/** A folder looks like a file that cannot be read. */
function filesIn(data: DataTransfer | null): readonly File[] {
  return [...(data?.items ?? [])].flatMap((item) => {
    const file = item.webkitGetAsEntry()?.isDirectory === true ? null : item.getAsFile();
    return file ? [file] : [];
  });
}
