import * as v from 'valibot';
import { type Seat, seatSchema } from '../../../shared/protocol/rest.ts';

const key = 'beside.seat';

/** This tab's seat, kept over a reload. The page is the relay's own: nobody else reads its storage. */
export const keptSeat = {
  get(): Seat | null {
    try {
      const result = v.safeParse(seatSchema, JSON.parse(sessionStorage.getItem(key) ?? 'null'));
      return result.success ? result.output : null;
    } catch {
      return null;
    }
  },
  set(seat: Seat | null): void {
    if (seat) sessionStorage.setItem(key, JSON.stringify(seat));
    else sessionStorage.removeItem(key);
  },
};
