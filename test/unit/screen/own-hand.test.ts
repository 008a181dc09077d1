import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import { watchOwnHand } from '../../../shared/browser/screen/control/own-hand.ts';
import { screenLimits } from '../../../shared/protocol/screen-limits.ts';

test('[C10] a press may be the other’s while their input is carried out, and for a moment after', () => {
  const reaches = signal(false);
  const life = new AbortController();
  let now = 10_000;
  const isOwnHand = watchOwnHand(reaches, life.signal, () => now);
  expect(isOwnHand()).toBe(true);
  reaches.value = true;
  expect(isOwnHand()).toBe(false);
  now += 60_000;
  expect(isOwnHand()).toBe(false);
  // Whoever presses and gives control back at once gains nothing.
  reaches.value = false;
  expect(isOwnHand()).toBe(false);
  now += screenLimits.pressOnTheWayMs - 1;
  expect(isOwnHand()).toBe(false);
  now += 1;
  expect(isOwnHand()).toBe(true);
  life.abort();
});
