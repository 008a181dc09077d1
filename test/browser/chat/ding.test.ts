import { signal } from '@preact/signals';
import { expect, onTestFinished, test, vi } from 'vitest';
import { dingWhenMore } from '../../../shared/browser/chat/ding.ts';

test('a note sounds when there is more to read and nobody looks, and at no other time', () => {
  const sounds = vi.spyOn(window, 'AudioContext');
  const life = new AbortController();
  onTestFinished(() => {
    life.abort();
    sounds.mockRestore();
  });
  const unread = signal(2);
  let isLookedAt = false;
  dingWhenMore(unread, life.signal, () => isLookedAt);
  // Of what was there before nobody is told.
  expect(sounds).not.toHaveBeenCalled();
  unread.value = 3;
  expect(sounds).toHaveBeenCalledTimes(1);
  unread.value = 0;
  isLookedAt = true;
  unread.value = 1;
  expect(sounds).toHaveBeenCalledTimes(1);
  isLookedAt = false;
  unread.value = 2;
  expect(sounds).toHaveBeenCalledTimes(2);
  life.abort();
  unread.value = 3;
  expect(sounds).toHaveBeenCalledTimes(2);
});
