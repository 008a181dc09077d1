import { managerLimits } from '../../shared/protocol/manager-limits.ts';
import type { Desk, Place } from '../desk/desk.ts';
import type { Held } from './held.ts';
import { isNear, isOwnInput } from './own-hand.ts';

/** Compares what mouse and keys do with what we have done with them. */
export interface OwnHandWatch {
  /** True when the person at the computer has a hand on it since the last look. */
  look(): Promise<boolean>;
  /** We have put the pointer there. */
  moved(to: Place): void;
  /** From here on: what the person has done until now is past. */
  begin(): Promise<void>;
}

export function createOwnHandWatch(desk: Pick<Desk, 'hand'>, held: Held): OwnHandWatch {
  /** Where we have put the pointer, from the place on at which it was seen last. */
  let places: Place[] = [];

  return {
    async look() {
      const hand = await desk.hand();
      const own = isOwnInput(hand, places, held);
      const seenAt = places.findIndex((place) => isNear(hand.at, place));
      places = own ? [hand.at] : places.slice(Math.max(seenAt, places.length - managerLimits.placesOnTheWay));
      held.seen(hand);
      return own;
    },
    moved: (to) => void places.push(to),
    async begin() {
      places = [(await desk.hand()).at];
    },
  };
}
