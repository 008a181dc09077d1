import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Captured } from '../../../shared/browser/screen/capture.ts';
import { type Choosing, createChoosing } from '../../../shared/browser/screen/choosing.ts';

let life: AbortController;
let choosing: Choosing;
let press: (captured: Captured) => void;
let waiting: AbortSignal | null;
/** How many tracks of the stream were stopped. */
let stopped: number;
const stream = { getTracks: () => [{ stop: () => void (stopped += 1) }] } as unknown as MediaStream;

beforeEach(() => {
  life = new AbortController();
  waiting = null;
  stopped = 0;
  choosing = createChoosing(
    {
      capture: (signal) =>
        new Promise((resolve) => {
          waiting = signal;
          press = resolve;
        }),
    },
    life.signal,
  );
});
afterEach(() => life.abort());

test('a press on a tab gives its picture, and until then it is being chosen', async () => {
  const chosen = choosing.choose('application', 'view', 'tab');
  expect([choosing.surface.value, choosing.awaitsTab.value]).toEqual(['application', true]);
  expect(await choosing.choose('desktop', 'view')).toBeNull();
  press({ ok: true, stream });
  expect(await chosen).toBe(stream);
  expect([choosing.surface.value, choosing.awaitsTab.value, stopped]).toEqual([null, false, 0]);
});

test('who gives up is told at once, and a press that comes all the same shows nothing', async () => {
  const chosen = choosing.choose('application', 'view', 'tab');
  choosing.giveUp();
  expect(waiting?.aborted).toBe(true);
  press({ ok: true, stream });
  expect(await chosen).toBeNull();
  expect([stopped, choosing.problem.value]).toEqual([1, 'cancelled']);
});

test('a tab that cannot be shown is said, and a window that closes takes its capture with it', async () => {
  const first = choosing.choose('application', 'view', 'tab');
  press({ ok: false, code: 'no-tab' });
  expect([await first, choosing.problem.value]).toEqual([null, 'no-tab']);
  const second = choosing.choose('application', 'view', 'tab');
  expect(choosing.problem.value).toBeNull();
  life.abort();
  expect(waiting?.aborted).toBe(true);
  press({ ok: true, stream });
  expect([await second, stopped]).toEqual([null, 1]);
});
