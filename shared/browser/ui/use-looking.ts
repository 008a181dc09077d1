import { useEffect } from 'preact/hooks';

const changes = ['focus', 'blur', 'visibilitychange'] as const;

/** Tells, while the component is there, whether the person looks at this window. */
export function useLooking(tell: (isLooking: boolean) => void): void {
  useEffect(() => {
    const look = () => tell(document.visibilityState === 'visible' && document.hasFocus());
    look();
    for (const type of changes) addEventListener(type, look);
    return () => {
      for (const type of changes) removeEventListener(type, look);
      tell(false);
    };
  }, []);
}
