import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { DropCode, SurfacePoint } from '../../../protocol/manager.ts';
import type { ScreenHands } from './screen-hands.ts';

/** Where an event is in the picture, in parts of it; null: beside it. `clamp`: then at its edge. */
export type PlaceInPicture = (event: MouseEvent, clamp: boolean) => SurfacePoint | null;

const freshForMs = 2_500;
/** These are no news: the state beside them says it. */
const silent: ReadonlySet<DropCode> = new Set(['suspended', 'lapsed', 'not-granted']);

/** Why the latest input was not carried out, while that is new. */
export function useFreshDrop(hands: ScreenHands, isHeld: boolean): DropCode | null {
  const past = useSignal(0);
  const latest = hands.dropped.value;
  useEffect(() => {
    if (!latest) return undefined;
    const timer = setTimeout(() => (past.value = latest.number), freshForMs);
    return () => clearTimeout(timer);
  }, [latest]);
  return isHeld && latest && latest.number > past.value && !silent.has(latest.code) ? latest.code : null;
}
