import { expect, test } from 'vitest';
import { adapt, fresh, type Second } from '../../../shared/browser/screen/adapt.ts';
import { encodingFor, slowSteps } from '../../../shared/browser/screen/quality.ts';

const after = (seconds: readonly Second[], from = fresh) => seconds.reduce(adapt, from);
const good: Second = { sentFps: 25, sourceFps: 30, limited: false, coarse: null, repeated: 0 };
const stuck: Second = { sentFps: 0, sourceFps: 30, limited: true, coarse: 1, repeated: 0 };

test('one second in which a moving picture stands still makes it smaller, down to the last step', () => {
  expect(after([stuck]).step).toBe(1);
  expect(after(Array.from({ length: 9 }, () => stuck)).step).toBe(slowSteps.length - 1);
});

test('a screen on which nothing moves is not strained', () => {
  expect(after([{ sentFps: 0, sourceFps: 1, limited: false, coarse: null, repeated: 0 }])).toEqual(fresh);
});

test('it grows again after ten calm seconds, one step, and not while the line holds it back', () => {
  const small = { ...fresh, step: 2 };
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
  ).toEqual({ ...fresh, step: 1 });
  expect(after([...Array.from({ length: 9 }, () => good), { ...good, limited: true }, good], small)).toEqual({
    ...small,
    calm: 1,
  });
});

test('a screen at rest becomes sharp within seconds, to be read', () => {
  const resting: Second = { sentFps: 1, sourceFps: 1, limited: false, coarse: null, repeated: 0 };
  const steps = [0, 1, 2, 3, 4, 5, 6].map(
    (seconds) =>
      after(
        Array.from({ length: seconds }, () => resting),
        { ...fresh, step: 3 },
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

// As measured: Screen Sampling at rest from the fourth second on, of a source that goes on as before.
const rests = [1, 1, 0.99, 0.86, 0.61].map((coarse): Second => ({
  sentFps: 5,
  sourceFps: 5,
  limited: true,
  coarse,
  repeated: 0,
}));

test('a picture that becomes finer stands still: it grows to its full size at once, and may cost more for a while', () => {
  const small = { ...fresh, step: 3 };
  expect(after(rests.slice(0, 4), small)).toMatchObject({ step: 3, spends: 0 });
  const grown = after(rests, small);
  expect(grown).toMatchObject({ step: 0, spends: 5 });
  const big: Second = { sentFps: 1, sourceFps: 5, limited: true, coarse: 1, repeated: 0 };
  expect(after([big], grown)).toMatchObject({ step: 0, spends: 4 });
  expect(after([big, ...rests, ...rests], grown)).toMatchObject({ step: 0, spends: 0 });
});

test('a line that does not carry the larger picture is not tried again at once', () => {
  const failed = after([...rests, stuck, stuck], { ...fresh, step: 3 });
  expect(failed).toMatchObject({ step: 1, spends: 0, wary: 10 });
  const fine: Second = { sentFps: 5, sourceFps: 5, limited: true, coarse: 0.3, repeated: 0 };
  const steps = Array.from({ length: 11 }, (_, seconds) =>
    after(
      Array.from({ length: seconds + 1 }, () => fine),
      failed,
    ),
  );
  expect(steps.map(({ step }) => step)).toEqual([...Array.from({ length: 10 }, () => 1), 0]);
});

test('what becomes sharp may cost as much in either quality', () => {
  expect(encodingFor('sampling', 0, true).maxBitrate).toBe(encodingFor('standard', 0, true).maxBitrate);
  expect(encodingFor('sampling', 0, true).maxFramerate).toBe(encodingFor('sampling', 0).maxFramerate);
});

test('a line on which most is sent again and again makes the picture smaller, though frames leave', () => {
  const flooded: Second = { ...good, repeated: 0.6 };
  expect(after([{ ...good, repeated: 0.1 }])).toEqual(fresh);
  expect(after([flooded, flooded])).toMatchObject({ step: 2, wary: 30 });
});

test('the video whose changes go ahead of it has few frames, and never more than its quality has', () => {
  const plain = encodingFor('standard', 1);
  expect(encodingFor('standard', 1, false, true)).toEqual({ ...plain, maxFramerate: 5 });
  expect(encodingFor('sampling', 0, false, true).maxFramerate).toBe(encodingFor('sampling', 0).maxFramerate);
});
