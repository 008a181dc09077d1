import type { Acks } from './frame.ts';

const remembered = 16;

/** Pings under way on the present path, and what each will prove when it is answered. */
export function createPings(now: () => number) {
  let nextId = 1;
  let lastAt = -Infinity;
  let unheard = 0;
  const underWay = new Map<number, { at: number; reached: Acks }>();

  return {
    /** `reached`: all frames before these numbers have left before the ping. */
    start(reached: Acks): number {
      const id = nextId;
      nextId += 1;
      lastAt = now();
      unheard += 1;
      underWay.set(id, { at: lastAt, reached });
      underWay.delete(id - remembered);
      return id;
    },

    finish(id: number): { roundTripMs: number; reached: Acks } | null {
      const ping = underWay.get(id);
      if (!ping) return null;
      for (const earlier of underWay.keys()) if (earlier <= id) underWay.delete(earlier);
      return { roundTripMs: now() - ping.at, reached: ping.reached };
    },

    /** Answers to the pings under way prove nothing any more: the path is another, or frames went again. */
    forget(): void {
      underWay.clear();
    },

    heard(): void {
      unheard = 0;
    },

    unheard: (): number => unheard,
    quietMs: (): number => now() - lastAt,
  };
}
