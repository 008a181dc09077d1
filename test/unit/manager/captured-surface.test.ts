import { expect, test } from 'vitest';
import { capturedSurface } from '../../../shared/browser/manager/captured-surface.ts';

const size = { width: 800, height: 600 };
const at = { x: 0, y: 0 };
const screen = (id: string) => ({ id, name: `screen ${id}`, primary: id === '1', ...at, width: 1280, height: 800 });
const window = (id: string, title: string, width = 800) => ({
  id,
  title,
  program: 'p',
  minimised: false,
  ...at,
  width,
  height: 600,
});
const windows = [
  window('10', 'Letter'),
  window('11', 'Twin'),
  window('12', 'Twin', 640),
  window('13', 'Same'),
  window('14', 'Same'),
];

test.each([
  ['Chromium’s window', 'window:10:0', { kind: 'application', window: '10' }],
  ['a window that is gone', 'window:99:0', null],
  ['Chromium’s screen', 'screen:2:0', { kind: 'desktop', screen: '2' }],
  ['a screen that is not known', 'screen:9:0', null],
  ['Firefox’s window', 'Letter', { kind: 'application', window: '10' }],
  ['one of two by its size', 'Twin', { kind: 'application', window: '11' }],
  ['two that are alike', 'Same', null],
  ['nothing that is known', 'Primary Monitor', null],
])('%s', (_fact, label, surface) => {
  expect(capturedSurface({ label, ...size }, { screens: [screen('1'), screen('2')], windows })).toEqual(surface);
});

test('the only screen is meant whatever it is called', () => {
  const only = { screens: [screen('354')], windows };
  expect(capturedSurface({ label: 'screen:0:0', ...size }, only)).toEqual({ kind: 'desktop', screen: '354' });
  const whole = { label: 'Primary Monitor', width: 1280, height: 800 };
  expect(capturedSurface(whole, only)).toEqual({ kind: 'desktop', screen: '354' });
});
