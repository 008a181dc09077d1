import { expect, test } from 'vitest';
import { createYieldingWindow } from '../../../shared/browser/files/yielding-window.ts';

/** A line with a queue before it: sends as much as the window lets it, for so long; gives what waits at the end, ms. */
function overLine({ bytesPerMs, roundTripMs, forMs }: { bytesPerMs: number; roundTripMs: number; forMs: number }) {
  let now = 0;
  const window = createYieldingWindow(() => now);
  const piece = 64 * 1024;
  const under: { upTo: number; at: number }[] = [];
  let sent = 0;
  let got = 0;
  let freeAt = 0;
  let carried = 0;
  for (; now < forMs; now += 1) {
    while (under[0] && under[0].at <= now) {
      const { upTo } = under.shift() as { upTo: number };
      got = upTo;
      carried = upTo;
      window.got(upTo);
    }
    while (sent - got + piece <= window.bytes()) {
      sent += piece;
      window.sent(sent);
      freeAt = Math.max(freeAt, now) + piece / bytesPerMs;
      under.push({ upTo: sent, at: freeAt + roundTripMs });
    }
  }
  return { queueMs: freeAt - now, share: carried / (bytesPerMs * forMs) };
}

test.each([
  ['10 Mbit/s, 20 ms', 1_250, 20],
  ['100 Mbit/s, 40 ms', 12_500, 40],
  ['1 Gbit/s, 5 ms', 125_000, 5],
])('a line of %s is kept busy, and its queue is short', (_name, bytesPerMs, roundTripMs) => {
  const { queueMs, share } = overLine({ bytesPerMs, roundTripMs, forMs: 20_000 });
  expect(queueMs).toBeLessThan(250);
  expect(share).toBeGreaterThan(0.9);
});

test('a line so slow that two pieces fill it still carries', () => {
  expect(overLine({ bytesPerMs: 60, roundTripMs: 100, forMs: 60_000 }).share).toBeGreaterThan(0.9);
});
