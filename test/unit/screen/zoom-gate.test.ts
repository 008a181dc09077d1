import { signal } from '@preact/signals';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createZoomGate } from '../../../shared/browser/screen/control/zoom-gate.ts';
import type { ShownScreen } from '../../../shared/browser/screen/own-screens.ts';
import { keepZoom, type ZoomStep } from '../../../shared/browser/screen/tab-zoom.ts';
import type { ScreenAnswer } from '../../../shared/protocol/screen-control.ts';
import { screenLimits } from '../../../shared/protocol/screen-limits.ts';

const grant = 'grant-grant-grant-gran';
let steps: ZoomStep[];
let answers: ScreenAnswer[];
let now: number;
let mayAsk: boolean;
let life: AbortController;
beforeEach(() => {
  [steps, answers, now, mayAsk] = [[], [], 0, true];
  life = new AbortController();
});
afterEach(() => life.abort());

function setUp() {
  const stream = { id: 'a tab', active: true };
  const window = { id: 'a window', active: true } as MediaStream;
  keepZoom(stream as MediaStream, {
    allow: () => Promise.resolve(mayAsk),
    step: (step) => Promise.resolve(void steps.push(step)),
  });
  const shown = signal([
    { view: { grantId: grant }, sendings: [{ stream }, { stream: window }] },
  ] as unknown as ShownScreen[]);
  const gate = createZoomGate({
    shown,
    answer: (message) => answers.push(message),
    now: () => now,
    signal: life.signal,
  });
  const zoom = (step: ZoomStep, of = grant, picture = stream.id) =>
    gate.hear({ type: 'screen.zoom', grant: of, stream: picture, step });
  return { gate, shown, tab: stream, stream: stream as MediaStream, window, zoom };
}

test('[C11] a shown tab is zoomed only where its owner has allowed it, under its grant, and not too often', async () => {
  const { gate, shown, stream, window, zoom } = setUp();
  zoom('in');
  await gate.allow(window, true);
  zoom('in', grant, window.id);
  expect([steps, answers]).toEqual([[], []]);
  await gate.allow(stream, true);
  expect(answers).toEqual([{ type: 'screen.zoomable', grant, stream: stream.id, on: true }]);
  zoom('in', 'another-another-anothe');
  zoom('out');
  expect(steps).toEqual(['out']);
  for (let count = 0; count < 50; count += 1) zoom('in');
  expect(steps).toHaveLength(screenLimits.zoomsAtOnce);
  now += 60_000;
  await gate.allow(stream, false);
  zoom('in');
  expect(answers.at(-1)).toMatchObject({ on: false });
  await gate.allow(stream, true);
  shown.value = [];
  zoom('in');
  expect(steps).toHaveLength(screenLimits.zoomsAtOnce);
});

test('[C11] what the browser was told not to allow is not allowed', async () => {
  const { gate, stream, zoom } = setUp();
  mayAsk = false;
  await gate.allow(stream, true);
  zoom('in');
  expect([steps, answers, gate.allowed.value.size]).toEqual([[], [], 0]);
});

test('[C11] a tab whose picture has ended is forgotten; one that is not shown for a moment is not', async () => {
  const { gate, shown, tab, stream } = setUp();
  await gate.allow(stream, true);
  const before = shown.value;
  shown.value = [];
  shown.value = before;
  expect([...gate.allowed.value]).toEqual([stream]);
  tab.active = false;
  shown.value = [];
  expect(gate.allowed.value.size).toBe(0);
});
