export interface SliceClock {
  /** Another slice begins. */
  begin(): void;
  now(): number;
  /** Does what cannot be done in parts; the clock stands still meanwhile, if not for ever. */
  apart<T>(work: () => T): T;
}

/** Of one slice: a page may have any number of sheets. */
const apartAtMostMs = 50;

/**
 * By which a slice ends. A long sheet alone takes longer than a slice may: were it counted, the first batch would be a
 * page without its beginning, which the viewer's browser lays out and draws before it has the rest.
 */
export function createSliceClock(real: () => number = () => performance.now()): SliceClock {
  let apartMs = 0;
  return {
    begin: () => void (apartMs = 0),
    now: () => real() - Math.min(apartMs, apartAtMostMs),
    apart(work) {
      const begun = real();
      const made = work();
      apartMs += real() - begun;
      return made;
    },
  };
}
