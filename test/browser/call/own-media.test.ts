import { signal } from '@preact/signals';
import { expect, test, vi } from 'vitest';
import { createOwnMedia } from '../../../shared/browser/call/own-media.ts';

test('while another controls this computer a click turns neither microphone nor camera on, until the own hand is back', async () => {
  const asked = vi
    .spyOn(navigator.mediaDevices, 'getUserMedia')
    .mockRejectedValue(new DOMException('', 'NotFoundError'));
  let isOwnHand = false;
  const chosen = signal({});
  const own = createOwnMedia({ chosen, isOwnHand: () => isOwnHand, onTrack: () => undefined });
  for (const device of ['microphone', 'camera'] as const) {
    expect(await own.turnOn(device)).toBe(false);
    expect(own.problem.value).toEqual({ device, code: 'controlled' });
  }
  own.mute(true);
  own.forgetProblem();
  own.mute(false);
  expect(own.problem.value).toEqual({ device: 'microphone', code: 'controlled' });
  expect(asked).not.toHaveBeenCalled();
  isOwnHand = true;
  await own.turnOn('microphone');
  expect(own.problem.value?.code).toBe('missing');
  expect(asked).toHaveBeenCalled();
});
