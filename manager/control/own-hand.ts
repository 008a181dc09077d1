import { managerLimits } from '../../shared/protocol/manager-limits.ts';
import type { Hand, Place } from '../desk/desk.ts';
import type { Held } from './held.ts';

export const isNear = (one: Place, other: Place): boolean =>
  Math.max(Math.abs(one.x - other.x), Math.abs(one.y - other.y)) <= managerLimits.ownMovePixels;

/**
 * Whether somebody sits at the computer: the pointer is where we have not put it, or something is down that we do
 * not hold. So it needs no list of devices, and works alike on every system. `places` are several, since a window
 * manager may hold up what we send while it looks at a click: the pointer then still is where it was before.
 */
export function isOwnInput(hand: Hand, places: readonly Place[], held: Pick<Held, 'isOurs'>): boolean {
  return (
    hand.buttons.some((button) => !held.isOurs('button', button)) ||
    hand.keys.some((code) => !held.isOurs('key', code)) ||
    !places.some((place) => isNear(hand.at, place))
  );
}
