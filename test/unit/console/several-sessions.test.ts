import { describe, expect, test } from 'vitest';
import { keptSurfaces, looked, mirrorsKeptAtMost, tilesOf } from '../../../extension/console/window/looked-at.ts';
import { isWaitedFor, type RowFacts, sessionRow } from '../../../extension/console/window/session-row.ts';
import { sortOwn } from '../../../extension/console/window/sort-own.ts';
import { switchKeyName } from '../../../extension/console/window/switch-keys.ts';
import { switchKey } from '../../../shared/browser/ui/switch-key.ts';
import { fittedTray } from '../../../extension/console/tray/tray-size.ts';
import { panelsFor } from '../../../extension/console/tray/tray-panels.ts';

describe('what a row says', () => {
  const quiet: RowFacts = {
    phase: 'open',
    isStopped: false,
    customer: { name: 'Jan', phase: 'present' },
    isOnline: true,
    waiting: [],
    isRung: false,
    isShown: false,
    unread: [],
  };
  test.each<[RowFacts, Partial<ReturnType<typeof sessionRow>>]>([
    [quiet, { state: 'here', name: 'Jan', unread: 0, since: null }],
    [{ ...quiet, isShown: true }, { state: 'shown' }],
    [{ ...quiet, isOnline: false, isShown: true }, { state: 'away' }],
    [
      { ...quiet, customer: { name: 'Jan', phase: 'away' } },
      { state: 'away', name: 'Jan' },
    ],
    [
      { ...quiet, customer: null },
      { state: 'invited', name: null },
    ],
    [
      { ...quiet, customer: null, waiting: [{ name: 'Eva', since: 5 }] },
      { state: 'knocks', name: 'Eva', since: 5 },
    ],
    [
      { ...quiet, waiting: [{ name: 'Eva', since: 5 }] },
      { state: 'knocks', name: 'Jan' },
    ],
    [{ ...quiet, isRung: true, waiting: [{ name: 'Eva', since: 5 }] }, { state: 'rings' }],
    [
      { ...quiet, unread: [7, 9] },
      { state: 'here', unread: 2, since: 7 },
    ],
    [{ ...quiet, unread: [7], waiting: [{ name: 'Eva', since: 3 }] }, { since: 3 }],
    [{ ...quiet, isStopped: true }, { state: 'lost' }],
    [{ ...quiet, phase: 'none', customer: null }, { state: 'connecting' }],
    [
      { ...quiet, phase: 'ended', isRung: true, unread: [7] },
      { state: 'over', unread: 1, since: null },
    ],
  ])('%j', (facts, row) => {
    expect(sessionRow(facts)).toMatchObject(row);
  });

  test('somebody waits for the host who calls, knocks or has said something', () => {
    const row = sessionRow(quiet);
    expect(isWaitedFor(row)).toBe(false);
    for (const more of [{ state: 'rings' }, { state: 'knocks' }, { unread: 1 }] as const) {
      expect(isWaitedFor({ ...row, ...more })).toBe(true);
    }
  });
});

describe('which surfaces are seen', () => {
  const held = ['a', 'b', 'c', 'd', 'e', 'f'];
  test('of up to four all, in the order of the list', () => {
    expect(tilesOf(['a', 'b', 'c'], ['c'])).toEqual(['a', 'b', 'c']);
  });
  test('of more the four looked at last; one that comes moves no other', () => {
    expect(tilesOf(held, ['a'])).toEqual(['a', 'b', 'c', 'd']);
    const recent = looked(['d', 'c', 'b', 'a'], 'f');
    expect(recent).toEqual(['f', 'd', 'c', 'b', 'a']);
    expect(tilesOf(held, recent)).toEqual(['b', 'c', 'd', 'f']);
  });
  test('that one is gone is no hole', () => {
    expect(tilesOf(['a', 'c', 'd', 'e', 'f'], ['b', 'f', 'e'])).toEqual(['a', 'c', 'e', 'f']);
  });
  test('those looked at lately are kept unseen, and no more of them than have room', () => {
    const recent = ['f', 'e', 'd', 'c', 'b', 'a'];
    expect([...keptSurfaces(['f'], recent)]).toEqual(recent.slice(0, mirrorsKeptAtMost));
    expect(keptSurfaces(['a', 'b', 'c', 'd'], recent).size).toBe(6);
  });
});

describe('keys', () => {
  const pressed = { code: 'Digit1', altKey: true, ctrlKey: false, metaKey: false, shiftKey: false };
  test.each([
    [{}, 0],
    [{ code: 'Digit9' }, 8],
    [{ code: 'Digit0' }, 9],
    [{ altKey: false }, null],
    [{ ctrlKey: true }, null],
    [{ shiftKey: true }, null],
    [{ code: 'KeyA' }, null],
    [{ code: 'Numpad1' }, null],
  ])('%j is session %s', (part, index) => {
    expect(switchKey({ ...pressed, ...part })).toBe(index);
  });
  test('are named for ten', () => {
    expect([0, 8, 9, 10].map(switchKeyName)).toEqual(['Alt+1', 'Alt+9', 'Alt+0', null]);
  });
});

test('[X3] of the own sessions those in no window are opened, the oldest first, and those in others are said; what was put away stays so', () => {
  const own = ['d', 'c', 'b', 'a'].map((sessionId) => ({
    sessionId,
    startedAt: 0,
    customer: null,
    waiting: 0,
    invitedBy: sessionId === 'd' ? 'Petr' : null,
  }));
  expect(sortOwn(own, [], ['b'], [])).toMatchObject({ elsewhere: [{ sessionId: 'b' }], toOpen: ['a', 'c'] });
  expect(sortOwn(own, ['a', 'c', 'b'], ['b'], [])).toEqual({ elsewhere: [], toOpen: [] });
  expect(sortOwn(own, [], ['b'], ['a', 'b'])).toMatchObject({ elsewhere: [{ sessionId: 'b' }], toOpen: ['c'] });
});

describe('the tray', () => {
  test('is as high as what is in it, within the screen', () => {
    expect(fittedTray(false, 40, 1_000)).toEqual({ width: 320, height: 64 });
    expect(fittedTray(true, 333.2, 1_000)).toEqual({ width: 420, height: 334 });
    expect(fittedTray(true, 5_000, 500)).toEqual({ width: 420, height: 500 });
  });
  test('has no icon for what there is only one of', () => {
    expect(panelsFor({ sessions: 1, layouts: 1 })).not.toEqual(expect.arrayContaining(['sessions']));
    expect(panelsFor({ sessions: 1, layouts: 1 })).not.toContain('console');
    expect(panelsFor({ sessions: 2, layouts: 2 })).toEqual(expect.arrayContaining(['sessions', 'console']));
  });
});
