import type { eventWithTime } from '@rrweb/types';
import { expect, test } from 'vitest';
import { createCleaning, type FromWorker } from '../../../shared/browser/cobrowse/sanitise/cleaning.ts';
import { rehearseEncoding } from '../../../shared/browser/cobrowse/wire/rehearse-encoding.ts';
import { createPlayerModel } from '../../support/player-model.ts';

test('what is rehearsed goes the whole way, its sheet and all', () => {
  const said: FromWorker[] = [];
  createCleaning((message) => said.push(message))({ type: 'rehearse' });
  const [first] = said;
  if (first?.type !== 'rehearsed') throw new Error('nothing was rehearsed');
  const model = createPlayerModel();
  for (const event of JSON.parse(first.events) as eventWithTime[]) model.play(event);
  expect(model.nodes().size).toBeGreaterThan(500);
  expect(first.events).toContain('data-beside-over');
  expect(first.events.length).toBeGreaterThan(100_000);
});

test('the encoder rehearses without complaint', () => {
  expect(rehearseEncoding).not.toThrow();
});
