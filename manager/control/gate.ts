import { limits } from '../../shared/protocol/limits.ts';
import type { NativeSurface } from '../../shared/protocol/manager.ts';

/** Why nothing may be carried out under a grant now. */
export type Closed = 'not-granted' | 'lapsed' | 'paused' | 'suspended';

interface Current {
  grant: string;
  surface: NativeSurface;
  until: number;
}

/**
 * When input counts: under the one grant that stands, while its lease runs, while no question of consent is open
 * and the person's own hands are still. A lease that has lapsed is over: control has to begin anew.
 */
export function createGate(now: () => number) {
  let current: Current | null = null;
  let lapsed: string | null = null;
  let untold: string | null = null;
  let paused = false;
  let suspendedUntil = -Infinity;

  function lapse(): void {
    if (current === null || now() < current.until) return;
    lapsed = current.grant;
    untold = lapsed;
    current = null;
  }

  function closed(grant: string): Closed | null {
    lapse();
    if (current?.grant !== grant) return grant === lapsed ? 'lapsed' : 'not-granted';
    if (paused) return 'paused';
    return now() < suspendedUntil ? 'suspended' : null;
  }

  return {
    /** To begin anew does not shorten the rest that the person's own hands have. */
    begin(grant: string, surface: NativeSurface): void {
      untold = null;
      current = { grant, surface, until: now() + limits.leaseMs };
    },
    renew(grant: string): void {
      lapse();
      if (current?.grant === grant) current.until = now() + limits.leaseMs;
    },
    /** True when that grant stood. */
    end(grant: string): boolean {
      if (current?.grant !== grant) return false;
      current = null;
      return true;
    },
    pause(on: boolean): void {
      paused = on;
    },
    suspend(): void {
      suspendedUntil = now() + limits.ownInputMs;
    },
    closed,
    suspendedForMs: (): number => Math.max(0, Math.ceil(suspendedUntil - now())),
    /** The surface under a grant that stands, paused or not. */
    surfaceOf: (grant: string): NativeSurface | null => {
      lapse();
      return current?.grant === grant ? current.surface : null;
    },
    /** The grant that stands. */
    grant: (): string | null => {
      lapse();
      return current?.grant ?? null;
    },
    /** The grant whose lease has just run out, whoever has noticed it first; once. */
    takeLapse: (): string | null => {
      lapse();
      const told = untold;
      untold = null;
      return told;
    },
  };
}
