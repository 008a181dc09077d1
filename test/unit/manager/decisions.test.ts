import { describe, expect, test } from 'vitest';
import { createGate } from '../../../manager/control/gate.ts';
import { isForbidden, type System } from '../../../manager/control/forbidden-keys.ts';
import { createHeld } from '../../../manager/control/held.ts';
import { createOwnHandWatch } from '../../../manager/control/own-hand-watch.ts';
import { isOwnInput } from '../../../manager/control/own-hand.ts';
import { createWheel } from '../../../manager/control/wheel.ts';
import { placeIn } from '../../../manager/desk/place-in.ts';
import { strokeFor } from '../../../manager/x11/key-map.ts';
import { symbolsOf } from '../../../manager/x11/key-symbols.ts';
import { limits } from '../../../shared/protocol/limits.ts';

describe('keys that lead out of a granted window', () => {
  test.each<[System, string, boolean]>([
    ['linux', 'Meta', true],
    ['linux', 'Meta+l', true],
    ['linux', 'Alt+Tab', true],
    ['linux', 'Alt+F2', true],
    ['linux', 'Alt+ ', true],
    ['linux', 'Control+Alt', true],
    ['linux', 'Control+Escape', true],
    ['windows', 'Control+Shift+Escape', true],
    ['linux', 'PrintScreen', true],
    ['linux', 'Control+c', false],
    ['linux', 'Control+Shift+ArrowLeft', false],
    ['linux', 'Alt+f', false],
    ['linux', 'Alt+F4', false],
    ['linux', 'Tab', false],
    ['macos', 'Meta+c', false],
    ['macos', 'Meta+Tab', true],
    ['macos', 'Meta+ ', true],
    ['macos', 'Meta+Shift+4', true],
  ])('on %s %s: %s', (system, chord, forbidden) => {
    const keys = chord.split('+');
    const key = keys.pop() ?? '';
    expect(isForbidden({ key, with: new Set(keys) }, 'application', system)).toBe(forbidden);
  });

  test('on the desktop only those that leave it are kept back', () => {
    const on = (key: string, ...held: string[]) => isForbidden({ key, with: new Set(held) }, 'desktop', 'linux');
    expect([on('Meta'), on('Tab', 'Alt'), on('F2', 'Control', 'Alt'), on('Backspace', 'Control', 'Alt')]).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });
});

test('a gate is open under its grant, while its lease runs, unpaused and unsuspended', () => {
  let now = 0;
  const gate = createGate(() => now);
  const surface = { kind: 'desktop', screen: '1' } as const;
  expect(gate.closed('a')).toBe('not-granted');
  gate.begin('a', surface);
  expect([gate.closed('a'), gate.closed('b')]).toEqual([null, 'not-granted']);
  gate.pause(true);
  expect(gate.closed('a')).toBe('paused');
  gate.pause(false);
  gate.suspend();
  expect(gate.closed('a')).toBe('suspended');
  for (let beat = 0; beat < 4; beat += 1) {
    now += limits.leaseMs - 1;
    gate.renew('a');
  }
  expect([gate.closed('a'), gate.surfaceOf('a')]).toEqual([null, surface]);
  now += limits.leaseMs;
  gate.renew('a');
  expect([gate.closed('a'), gate.surfaceOf('a')]).toEqual(['lapsed', null]);
  // Who lets go of what is held hears of it, though others have asked before.
  expect([gate.takeLapse(), gate.takeLapse()]).toEqual(['a', null]);
});

test('small turns of a wheel add up to notches, and a turn back begins anew', () => {
  const wheel = createWheel();
  const down = [50, 50, 50, -60, -60, 360].map((delta) => wheel(0, delta).down);
  expect(down).toEqual([0, 0, 1, 0, -1, 3]);
});

describe('the person’s own hand', () => {
  const nothing = { buttons: [], keys: [] };
  test('is not what we did, even where the desktop is late', async () => {
    const held = createHeld(
      { key: () => undefined, button: () => undefined },
      () => undefined,
      () => 0,
    );
    const hands = [
      { ...nothing, at: { x: 0, y: 0 } },
      { ...nothing, at: { x: 0, y: 0 } },
      { at: { x: 10, y: 10 }, buttons: [0], keys: [] },
      { ...nothing, at: { x: 20, y: 20 } },
    ];
    const own = createOwnHandWatch({ hand: async () => hands.shift() ?? { ...nothing, at: { x: 0, y: 0 } } }, held);
    await own.begin();
    own.moved({ x: 10, y: 10 });
    held.button(0, true);
    held.button(0, false);
    own.moved({ x: 20, y: 20 });
    expect([await own.look(), await own.look(), await own.look()]).toEqual([false, false, false]);
    // Once it has been where we sent it, what lies behind counts as theirs.
    expect(await own.look()).toBe(true);
  });

  test.each([
    ['a place far from ours', { ...nothing, at: { x: 104, y: 100 } }, true],
    ['a shake of the table', { ...nothing, at: { x: 103, y: 97 } }, false],
    ['a button of theirs', { at: { x: 100, y: 100 }, buttons: [2], keys: [] }, true],
    ['a key of theirs', { at: { x: 100, y: 100 }, buttons: [], keys: [38] }, true],
    ['a key of ours', { at: { x: 100, y: 100 }, buttons: [], keys: [50] }, false],
  ])('%s', (_fact, hand, own) => {
    const held = { isOurs: (kind: string, code: number) => kind === 'key' && code === 50 };
    expect(isOwnInput(hand, [{ x: 100, y: 100 }], held)).toBe(own);
  });
});

test('places in parts of an area are whole pixels, the very edge included', () => {
  const area = { x: -100, y: 7, width: 1367, height: 769 };
  for (let x = 0; x < area.width; x += 1) expect(placeIn(area, { x: x / area.width, y: 0 }).x).toBe(x - 100);
  expect(placeIn(area, { x: 1, y: 1 })).toEqual({ x: 1266, y: 775 });
});

describe('a character is typed with the layout in force', () => {
  // Of the Czech layout: é and 0 on one key, with the old number of ř on another; the second layout is American.
  const map = [
    [0xe9, 0x30, 0x30, 0x29, 0x7d, 0],
    [0x1f8, 0x35, 0x35, 0x25, 0, 0],
    [0x61, 0x41, 0x61, 0x41, 0x7e, 0],
  ];
  test.each([
    ['é', 0, { code: 8, shift: false, third: false }],
    ['0', 0, { code: 8, shift: true, third: false }],
    ['0', 1, { code: 8, shift: false, third: false }],
    ['}', 0, { code: 8, shift: false, third: true }],
    ['ř', 0, { code: 9, shift: false, third: false }],
    ['ř', 1, null],
    ['A', 0, { code: 10, shift: true, third: false }],
    ['日', 0, null],
  ])('%s in layout %s', (character, group, stroke) => {
    expect(strokeFor(map, 8, symbolsOf(character), group)).toEqual(stroke);
  });
});
