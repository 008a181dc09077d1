import { expect, onTestFinished, test } from 'vitest';
import { createFrameClock } from '../../../shared/browser/cobrowse/record/frame-clock.ts';

function openBox() {
  const box = document.createElement('div');
  box.style.cssText = 'height: 100px; overflow: auto';
  box.innerHTML = '<div style="height: 9000px"></div>';
  document.body.append(box);
  onTestFinished(() => box.remove());
  return box;
}

test('what is asked for in a scroll event runs before the browser draws, and once', async () => {
  const box = openBox();
  let runs = 0;
  const clock = createFrameClock(() => (runs += 1));
  onTestFinished(() => clock.stop());
  for (let at = 1; at <= 5; at += 1) {
    const runsBefore = runs;
    await new Promise<void>((resolve) => {
      box.addEventListener('scroll', clock.askBeforeDrawing, { once: true });
      box.addEventListener(
        'scroll',
        // Frame callbacks that are asked for in a frame's events run in that same frame.
        () => requestAnimationFrame(() => (expect(runs).toBe(runsBefore + 1), resolve())),
        { once: true },
      );
      box.scrollTop = at * 50;
    });
  }
  await new Promise((resolve) => setTimeout(resolve, 150));
  expect(runs).toBe(5);
});

test('what was asked for after a quiet time need not wait for a frame', async () => {
  let runs = 0;
  const clock = createFrameClock(() => (runs += 1));
  onTestFinished(() => clock.stop());
  clock.ask();
  clock.ask();
  await new Promise((resolve) => setTimeout(resolve, 0));
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(runs).toBe(1);
});
