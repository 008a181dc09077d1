import { type ReadonlySignal, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';

const lookEveryMs = 1_000;

/** What comes ahead of a picture's video, kbit a second; null: nothing does. */
export function useAhead(): { kbps: ReadonlySignal<number | null>; count: (bytes: number) => void } {
  const kbps = useSignal<number | null>(null);
  const bytes = useRef(0);
  useEffect(() => {
    const timer = setInterval(() => {
      kbps.value = bytes.current > 0 ? Math.ceil((bytes.current * 8) / lookEveryMs) : null;
      bytes.current = 0;
    }, lookEveryMs);
    return () => clearInterval(timer);
  }, []);
  return { kbps, count: (more) => void (bytes.current += more) };
}
