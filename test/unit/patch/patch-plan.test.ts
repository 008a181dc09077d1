import { expect, test } from 'vitest';
import { createPatchPlan, type PatchLook } from '../../../shared/patch/patch-plan.ts';

function plan() {
  const look = createPatchPlan();
  return (now: number, changed: number, more: Partial<PatchLook> = {}) =>
    look({ now, changed, squares: 800, isAwaited: true, isLineFree: true, ...more });
}

test('[C12] what changes after the viewer has done something goes ahead, and is cleared when nothing was done for a while', () => {
  const at = plan();
  expect([at(0, 4), at(30, 0), at(60, 2)]).toEqual(['send', 'wait', 'send']);
  expect([at(90, 3, { isAwaited: false }), at(120, 3, { isAwaited: false })]).toEqual(['clear', 'leave']);
});

test('[C12] where much changes at once all is the video’s until that is over', () => {
  const at = plan();
  expect([at(0, 4), at(30, 101), at(60, 500), at(90, 4), at(359, 4)]).toEqual([
    ...['send', 'clear', 'leave', 'leave', 'leave'],
  ]);
  expect(at(360, 4)).toBe('send');
});

test('[C12] on a slow line changes wait together, and what would come later than the video is left to it, longer each time', () => {
  const at = plan();
  const isLineFree = false;
  expect([at(0, 4), at(30, 4, { isLineFree }), at(60, 8, { isLineFree }), at(90, 8)]).toEqual([
    ...['send', 'wait', 'wait', 'send'],
  ]);
  expect([at(100, 4, { isLineFree }), at(251, 4, { isLineFree })]).toEqual(['wait', 'clear']);
  expect([at(750, 4), at(751, 4)]).toEqual(['leave', 'send']);
  expect([at(760, 4, { isLineFree }), at(911, 4, { isLineFree })]).toEqual(['wait', 'clear']);
  expect([at(1_910, 4), at(1_911, 4)]).toEqual(['leave', 'send']);
});
