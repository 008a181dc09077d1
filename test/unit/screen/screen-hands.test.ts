import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keyPlan, type Stroke } from '../../../shared/browser/screen/control/key-plan.ts';
import { createScreenHands } from '../../../shared/browser/screen/control/screen-hands.ts';
import { textPieces } from '../../../shared/browser/screen/control/text-pieces.ts';
import { fractionIn } from '../../../shared/browser/screen/picture-box.ts';
import { limits } from '../../../shared/protocol/limits.ts';
import type { ScreenCommand } from '../../../shared/protocol/screen-control.ts';
import { screenLimits } from '../../../shared/protocol/screen-limits.ts';

const grant = 'grant-grant-grant-gran';
const picture = { grant, stream: 's1' };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function setUp() {
  const sent: ScreenCommand[] = [];
  let way = true;
  const hands = createScreenHands({
    hasWay: () => way,
    unsentBytes: () => 0,
    send: (command) => sent.push(command),
    now: () => Date.now(),
  });
  const lease = () => {
    const last = sent.findLast((one) => one.type === 'screen.renew');
    return last?.type === 'screen.renew' ? last.lease : -1;
  };
  const hold = () => hands.hear({ type: 'screen.held', grant, lease: lease() });
  const kinds = () => sent.map(({ type }) => type);
  return { hands, sent, lease, hold, kinds, lose: () => (way = false) };
}

test('nothing goes out before the owner’s side has confirmed the lease, nor after the picture was left', () => {
  const { hands, hold, kinds } = setUp();
  hands.take(picture);
  hands.input({ type: 'screen.text', text: 'a' });
  hold();
  hands.input({ type: 'screen.text', text: 'b' });
  hands.leave(picture);
  hands.input({ type: 'screen.text', text: 'c' });
  expect(kinds()).toEqual(['screen.renew', 'screen.text', 'screen.release']);
  vi.advanceTimersByTime(5_000);
  expect(kinds()).toHaveLength(3);
});

test('the lease is renewed in time, and held no longer than it is confirmed', () => {
  const { hands, hold, kinds } = setUp();
  hands.take(picture);
  hold();
  vi.advanceTimersByTime(limits.leaseMs - 1);
  expect(kinds().length).toBeGreaterThanOrEqual(3);
  expect(hands.held.value).toBe(grant);
  vi.advanceTimersByTime(limits.leaseMs);
  expect(hands.held.value).toBeNull();
});

test('after a lapse, and for another picture, the lease is a new one; answers to the old one say nothing', () => {
  const { hands, hold, lease } = setUp();
  hands.take(picture);
  hold();
  const first = lease();
  hands.hear({ type: 'screen.lapsed', grant, lease: first });
  expect(hands.held.value).toBeNull();
  vi.advanceTimersByTime(200);
  expect(lease()).toBeGreaterThan(first);
  hands.hear({ type: 'screen.held', grant, lease: first });
  expect(hands.held.value).toBeNull();
  hold();
  hands.take({ grant, stream: 's2' });
  expect(hands.held.value).toBeNull();
});

test('a lease that begins while the owner’s own hands rest is seen to be suspended', () => {
  const { hands, hold } = setUp();
  hands.take(picture);
  hands.hear({ type: 'screen.suspended', grant, ms: 2_000 });
  hold();
  expect(hands.suspended.value).toBe(true);
  hands.hear({ type: 'screen.resumed', grant });
  expect(hands.suspended.value).toBe(false);
});

test('without a way nothing is sent: it would be void when it arrives', () => {
  const { hands, hold, kinds, lose } = setUp();
  hands.take(picture);
  hold();
  lose();
  const before = kinds().length;
  hands.input({ type: 'screen.text', text: 'a' });
  vi.advanceTimersByTime(1_000);
  expect(kinds()).toHaveLength(before);
});

test('an owner’s side that refuses again and again is not asked more than ten times a second', () => {
  const { hands, hold, lease, kinds } = setUp();
  hands.take(picture);
  for (let at = 0; at < 1_000; at += 10) {
    hold();
    hands.hear({ type: 'screen.lapsed', grant, lease: lease() });
    vi.advanceTimersByTime(10);
  }
  expect(kinds().length).toBeLessThanOrEqual(12);
});

const stroke = (key: string, more: Partial<Stroke> = {}): Stroke => ({
  key,
  isComposing: false,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  shiftKey: false,
  getModifierState: () => false,
  ...more,
});

test.each<[string, Stroke, ReturnType<typeof keyPlan>]>([
  ['a letter', stroke('a'), 'text'],
  ['a letter with Shift', stroke('Ř', { shiftKey: true }), 'text'],
  ['an emoji', stroke('😀'), 'text'],
  ['AltGr, which is Ctrl with Alt', stroke('€', { ctrlKey: true, altKey: true, getModifierState: () => true }), 'text'],
  ['Enter', stroke('Enter'), 'key'],
  ['Shift itself', stroke('Shift', { shiftKey: true }), 'key'],
  ['a command', stroke('s', { ctrlKey: true }), 'key'],
  ['Alt and a letter', stroke('f', { altKey: true }), 'key'],
  ['pasting', stroke('v', { ctrlKey: true }), 'own'],
  ['closing the viewer’s own tab', stroke('w', { ctrlKey: true }), 'own'],
  ['a dead key', stroke('Dead'), 'own'],
  ['composition', stroke('a', { isComposing: true }), 'own'],
  ['Caps Lock', stroke('CapsLock'), 'own'],
])('%s', (_name, event, plan) => {
  expect(keyPlan(event)).toBe(plan);
});

test('a pasted text is cut at whole characters and at its limit', () => {
  expect(textPieces('ab😀cd', 3)).toEqual(['ab', '😀c', 'd']);
  expect(textPieces('a\r\nb\rc')).toEqual(['a\nb\nc']);
  const long = textPieces('😀'.repeat(screenLimits.pasteChars));
  expect(long.join('').length).toBe(screenLimits.pasteChars);
  expect(long.every((piece) => piece.length <= screenLimits.textChars && piece.isWellFormed())).toBe(true);
  expect(
    textPieces('x'.repeat(screenLimits.pasteChars - 1) + '😀')
      .join('')
      .isWellFormed(),
  ).toBe(true);
});

test('beside the picture there is no place, but a drag ends at its edge', () => {
  const box = { left: 10, top: 10, width: 100, height: 50 };
  expect(fractionIn(box, 60, 35)).toEqual({ x: 0.5, y: 0.5 });
  expect(fractionIn(box, 5, 35)).toBeNull();
  expect(fractionIn(box, 5, 99, true)).toEqual({ x: 0, y: 1 });
});
