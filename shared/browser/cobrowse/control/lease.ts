import { limits } from '../../../protocol/limits.ts';

/** The customer's side of a lease: two seconds from the last renewal that came, by the time of its arrival. */
export interface Lease {
  /** True when the lease is in force now; a lease that has lapsed or was given back stays over. */
  renew(number: number, now: number): boolean;
  release(number: number): void;
  /** Checked for each command; no timer is involved. */
  holds(number: number, now: number): boolean;
  /** The lease that is in force or, until it is noticed, has just lapsed; null when there is none. */
  current(): number | null;
}

export function createLease(): Lease {
  let number = -1;
  let until = -Infinity;
  let over = true;

  const holds = (asked: number, now: number) => {
    if (asked !== number || over) return false;
    if (now >= until) over = true;
    return !over;
  };
  return {
    renew(asked, now) {
      if (asked < number || (asked === number && !holds(asked, now))) return false;
      number = asked;
      over = false;
      until = now + limits.leaseMs;
      return true;
    },
    release(asked) {
      if (asked === number) over = true;
    },
    holds,
    current: () => (over ? null : number),
  };
}
