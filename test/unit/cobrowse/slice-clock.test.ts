import { expect, test } from 'vitest';
import { createSliceClock } from '../../../shared/browser/cobrowse/record/slice-clock.ts';

function clockAt() {
  let at = 1_000;
  const clock = createSliceClock(() => at);
  const pass = (ms: number) => void (at += ms);
  return { clock, pass, sheet: (ms: number) => clock.apart(() => pass(ms)) };
}

test('a long sheet takes nothing from the time for nodes', () => {
  const { clock, pass, sheet } = clockAt();
  const begun = clock.now();
  pass(3);
  sheet(40);
  pass(2);
  expect(clock.now() - begun).toBe(5);
});

test('many sheets end a slice all the same, and each slice begins anew', () => {
  const { clock, sheet } = clockAt();
  clock.begin();
  const begun = clock.now();
  for (let at = 0; at < 10; at++) sheet(10);
  expect(clock.now() - begun).toBe(50);
  clock.begin();
  const again = clock.now();
  sheet(10);
  expect(clock.now()).toBe(again);
});
