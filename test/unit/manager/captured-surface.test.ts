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

const application = (id: string, isSure: boolean) => ({ surface: { kind: 'application', window: id }, isSure });
const desktop = (id: string, isSure: boolean) => ({ surface: { kind: 'desktop', screen: id }, isSure });

test.each([
  ['Chromium’s window', 'window:10:0', application('10', true)],
  ['a window that is gone', 'window:99:0', null],
  ['Chromium’s screen', 'screen:2:0', desktop('2', true)],
  ['a screen that is not known', 'screen:9:0', null],
  ['Firefox’s window', 'Letter', application('10', false)],
  ['one of two by its size', 'Twin', application('11', false)],
  ['two that are alike', 'Same', null],
  ['nothing that is known', 'Primary Monitor', null],
])('%s', (_fact, label, surface) => {
  expect(capturedSurface({ label, ...size }, { screens: [screen('1'), screen('2')], windows })).toEqual(surface);
});

test('the only screen is meant whatever it is called', () => {
  const only = { screens: [screen('354')], windows };
  expect(capturedSurface({ label: 'screen:0:0', ...size }, only)).toEqual(desktop('354', true));
  const whole = { label: 'Primary Monitor', width: 1280, height: 800 };
  expect(capturedSurface(whole, only)).toEqual(desktop('354', true));
});

test('[H7] a screen that was guessed by its size is not sure where there is another, or a window as large', () => {
  const whole = { label: 'Primary Monitor', width: 1280, height: 800 };
  const other = { ...screen('2'), width: 800 };
  expect(capturedSurface(whole, { screens: [screen('1'), other], windows })).toEqual(desktop('1', false));
  const large = { ...window('20', 'Large', 1280), height: 800 };
  expect(capturedSurface(whole, { screens: [screen('1')], windows: [large] })).toEqual(desktop('1', false));
});
