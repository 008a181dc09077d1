import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { HostCobrowse, Notice } from '../cobrowse/host-cobrowse.ts';

const freshForMs = 5_000;

/** The latest notice of a mirror while it is new, else null. */
export function useFreshNotice(mirror: HostCobrowse | null): Notice | null {
  const notice = mirror?.notice.value ?? null;
  const past = useSignal(0);
  useEffect(() => {
    if (!notice) return undefined;
    const timer = setTimeout(() => (past.value = notice.number), freshForMs);
    return () => clearTimeout(timer);
  }, [notice]);
  return notice && notice.number > past.value ? notice : null;
}
