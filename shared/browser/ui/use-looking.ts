import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

const changes = ['focus', 'blur', 'visibilitychange'] as const;

/** Tells, while the component is there, whether the person looks at the window that `within` stands in. */
export function useLooking(tell: (isLooking: boolean) => void, within: RefObject<Element | null>): void {
  useEffect(() => {
    // It may stand in a window that this one draws.
    const page = within.current?.ownerDocument ?? document;
    const window = page.defaultView ?? globalThis;
    const look = () => tell(page.visibilityState === 'visible' && page.hasFocus());
    look();
    for (const type of changes) window.addEventListener(type, look);
    return () => {
      for (const type of changes) window.removeEventListener(type, look);
      tell(false);
    };
  }, []);
}
