import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

const changes = ['focus', 'blur', 'visibilitychange'] as const;

/** Tells, while the component is there, whether the person looks at the window that `within` stands in, and it is shown there. */
export function useLooking(tell: (isLooking: boolean) => void, within: RefObject<Element | null>): void {
  useEffect(() => {
    // It may stand in a window that this one draws.
    const page = within.current?.ownerDocument ?? document;
    const window = page.defaultView ?? globalThis;
    const isShown = () => within.current?.checkVisibility() !== false;
    const look = () => tell(page.visibilityState === 'visible' && page.hasFocus() && isShown());
    look();
    // Panels that are opened and closed have a size or none.
    const sizes = new ResizeObserver(look);
    if (within.current) sizes.observe(within.current);
    for (const type of changes) window.addEventListener(type, look);
    return () => {
      sizes.disconnect();
      for (const type of changes) window.removeEventListener(type, look);
      tell(false);
    };
  }, []);
}
