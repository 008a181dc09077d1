import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSanitiser } from '../../../shared/browser/cobrowse/sanitise/sanitiser.ts';
import { createPlayerModel } from '../../support/player-model.ts';
import { randomEvent, randomSnapshot } from '../../support/random-events.ts';

test('100,000 events of any shape: nothing throws, and all that comes out is what the player can rely on', () => {
  let events = 0;
  fc.assert(
    fc.property(randomSnapshot, fc.array(randomEvent, { minLength: 45, maxLength: 55 }), (first, later) => {
      const sanitiser = createSanitiser();
      const player = createPlayerModel();
      for (const raw of [first, ...later]) {
        events += 1;
        try {
          for (const piece of sanitiser.sanitise(raw)) player.play(piece.event);
        } catch (error) {
          expect((error as Error).message).toBe('a snapshot without a document');
        }
      }
    }),
    { numRuns: 2_000 },
  );
  expect(events).toBeGreaterThan(90_000);
  expect('evil' in {}).toBe(false);
}, 120_000);
