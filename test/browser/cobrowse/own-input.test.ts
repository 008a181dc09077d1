import { expect, onTestFinished, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { watchOwnInput } from '../../../shared/browser/cobrowse/control/own-input.ts';

function watch() {
  const life = new AbortController();
  onTestFinished(() => {
    life.abort();
    document.body.replaceChildren();
  });
  let noticed = 0;
  const input = watchOwnInput(window, { noticed: () => (noticed += 1), signal: life.signal });
  return { input, noticed: () => noticed };
}

test("events that a script makes are not the customer's", () => {
  const { input, noticed } = watch();
  for (const event of [
    new PointerEvent('pointerdown'),
    new KeyboardEvent('keydown', { key: 'Escape' }),
    new WheelEvent('wheel'),
  ]) {
    document.body.dispatchEvent(event);
  }
  expect(input.remainingMs()).toBe(0);
  expect(noticed()).toBe(0);
});

test('a real key suspends for three seconds, and is said at once', async () => {
  const { input, noticed } = watch();
  await userEvent.keyboard('{Escape}');
  expect(input.remainingMs()).toBeGreaterThan(2_000);
  expect(noticed()).toBe(1);
});

test('a real click suspends', async () => {
  document.body.innerHTML = '<button>x</button>';
  const { input } = watch();
  await userEvent.click(document.querySelector('button') as HTMLElement);
  expect(input.remainingMs()).toBeGreaterThan(2_000);
});
