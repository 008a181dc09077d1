import { expect, test } from 'vitest';
import { adapt, fresh, type Second } from '../../../shared/browser/screen/adapt.ts';
import { encodingFor, slowSteps } from '../../../shared/browser/screen/quality.ts';

const after = (seconds: readonly Second[], from = fresh) => seconds.reduce(adapt, from);
const good: Second = { sentFps: 25, sourceFps: 30, limited: false };
const stuck: Second = { sentFps: 0, sourceFps: 30, limited: true };

test('one second in which a moving picture stands still makes it smaller, down to the last step', () => {
  expect(after([stuck]).step).toBe(1);
  expect(after(Array.from({ length: 9 }, () => stuck)).step).toBe(slowSteps.length - 1);
});

test('a screen on which nothing moves is not strained', () => {
  expect(after([{ sentFps: 0, sourceFps: 1, limited: false }])).toEqual(fresh);
});

test('it grows again after ten calm seconds, one step, and not while the line holds it back', () => {
  const small = { step: 2, calm: 0 };
  expect(
    after(
      Array.from({ length: 9 }, () => good),
      small,
    ).step,
  ).toBe(2);
  expect(
    after(
      Array.from({ length: 10 }, () => good),
      small,
    ),
  ).toEqual({ step: 1, calm: 0 });
  expect(after([...Array.from({ length: 9 }, () => good), { ...good, limited: true }, good], small)).toEqual({
    step: 2,
    calm: 1,
  });
});

test('a screen at rest becomes sharp within seconds, to be read', () => {
  const resting: Second = { sentFps: 1, sourceFps: 1, limited: false };
  const steps = [0, 1, 2, 3, 4, 5, 6].map(
    (seconds) =>
      after(
        Array.from({ length: seconds }, () => resting),
        { step: 3, calm: 0 },
      ).step,
  );
  expect(steps).toEqual([3, 3, 2, 2, 1, 1, 0]);
});

test('Screen Sampling may take at most a tenth of what Standard may, and each step makes either smaller', () => {
  expect(encodingFor('sampling', 0).maxBitrate * 10).toBeLessThan(encodingFor('standard', 0).maxBitrate);
  const scales = slowSteps.map((_scale, step) => encodingFor('standard', step).scale);
  expect(scales).toEqual([1, 1.5, 2, 3]);
  expect(encodingFor('standard', 99).scale).toBe(3);
});
