import { heapMb } from './cpu.ts';
import type { Peer, Theatre } from './theatre.ts';

export interface HourFigures {
  /** MB after nine minutes, and after the whole; the page is in the same state both times. */
  early: number;
  late: number;
}

const seconds = 3_600;
const atOnce = 60;
const earlySecond = 480;

/** An hour's use without its pauses: what is kept must not grow with time. */
export async function acceleratedHour(theatre: Theatre, peer: Peer): Promise<HourFigures> {
  const { customer, cdp } = theatre;
  await theatre.open(peer, 'session.html');
  await theatre.mirror();
  let early = NaN;
  for (let second = 0; second < seconds; second += atOnce) {
    await customer.evaluate(
      async (from, count) => {
        const { second: pass } = window as Window & { second?: (at: number) => void };
        for (let at = from; at < from + count; at += 1) {
          pass?.(at);
          // Some frames, so that batches are as many as they are in life.
          if (at % 10 === 0) await new Promise((resolve) => requestAnimationFrame(resolve));
        }
      },
      second,
      atOnce,
    );
    if (second !== earlySecond && second !== seconds - atOnce) continue;
    await theatre.settle();
    const heap = await heapMb(cdp);
    if (second === earlySecond) early = heap;
    else return { early, late: heap };
  }
  throw new Error('An hour has no end.');
}
