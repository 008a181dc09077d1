import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

/** Whether the window is at most so many CSS pixels wide, as it is now. */
export function useNarrow(atMost: number): boolean {
  const isNarrow = useSignal(false);
  useEffect(() => {
    const query = matchMedia(`(max-width: ${atMost}px)`);
    const look = () => void (isNarrow.value = query.matches);
    look();
    query.addEventListener('change', look);
    return () => query.removeEventListener('change', look);
  }, [atMost]);
  return isNarrow.value;
}
