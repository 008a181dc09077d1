import { expect, test } from 'vitest';
import { fractionIn, pictureBox } from '../../../shared/browser/screen/picture-box.ts';
import { stepZoom, zoomKey } from '../../../shared/browser/screen/zoom.ts';

test('zoom goes by steps from what is shown at the moment, between a quarter and four times', () => {
  expect([stepZoom(0.62, 1), stepZoom(0.62, -1), stepZoom(1, 1), stepZoom(1, -1)]).toEqual([0.67, 0.5, 1.25, 0.8]);
  expect([stepZoom(4, 1), stepZoom(0.1, -1)]).toEqual([4, 0.25]);
});

test('each key does one thing and all others nothing', () => {
  expect(['+', '=', '-', '0', '1', 'f', 'F', 'a', 'Enter'].map(zoomKey)).toEqual([
    'in',
    'in',
    'out',
    'fit',
    'whole',
    'full',
    'full',
    null,
    null,
  ]);
});

test('a fitted picture lies in the middle of its box, and a place beside it is no place in it', () => {
  const box = pictureBox({ left: 10, top: 20, width: 400, height: 400 }, { width: 800, height: 400 });
  expect(box).toEqual({ left: 10, top: 120, width: 400, height: 200 });
  expect(fractionIn(box, 210, 220)).toEqual({ x: 0.5, y: 0.5 });
  expect(fractionIn(box, 210, 100)).toBeNull();
});
