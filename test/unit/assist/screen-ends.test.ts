import { expect, test } from 'vitest';
import { screenEndsFor } from '../../../shared/browser/assist/screen-ends.ts';
import { type EndReason, shareKey, type ShareRef } from '../../../shared/session/share.ts';
import type { OpenSession } from '../../../shared/session/state.ts';

type Ended = readonly [owner: 'jan' | 'anna', surface: ShareRef['surface'], last: EndReason];

function ends(...all: Ended[]) {
  const off = all.map(([owner, surface, last]) => {
    const ref: ShareRef = { owner, viewer: owner === 'jan' ? 'anna' : 'jan', surface, level: 'view' };
    return [shareKey(ref), { phase: 'off', ref, last }] as const;
  });
  const state = { phase: 'open', shares: Object.fromEntries(off) } as Pick<OpenSession, 'phase' | 'shares'>;
  return screenEndsFor(state as OpenSession, 'jan', 'anna');
}

test('the customer reads why each screen is shown no more, also when the host’s has ended before', () => {
  expect(ends(['anna', 'desktop', 'capture-ended'], ['jan', 'application', 'capture-ended'])).toEqual([
    'watch.screenStopped',
    'screen.ownCaptureEnded',
  ]);
  expect(ends(['anna', 'desktop', 'stopped'], ['anna', 'application', 'stopped'])).toEqual(['watch.screenStopped']);
  expect(ends(['jan', 'desktop', 'released'])).toEqual(['screen.ownReleased']);
});

test('what the customer stopped needs no word', () => {
  expect(ends(['jan', 'desktop', 'stopped'], ['anna', 'application', 'released'])).toEqual([]);
});
