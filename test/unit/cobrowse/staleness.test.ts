import { EventType, IncrementalSource, type eventWithTime } from '@rrweb/types';
import { expect, test } from 'vitest';
import { createStaleness } from '../../../shared/browser/cobrowse/control/staleness.ts';

const textOf = (id: number): eventWithTime => ({
  type: EventType.IncrementalSnapshot,
  timestamp: 0,
  data: { source: IncrementalSource.Mutation, texts: [{ id, value: 'x' }], attributes: [], adds: [], removes: [] },
});

test('what has gone is forgotten, what is there is not, however much changes', () => {
  const asked: number[] = [];
  const staleness = createStaleness({
    parentIdOf: (id) => id,
    isShown(id) {
      asked.push(id);
      return id < 100 || id > 9_000;
    },
  });
  for (let id = 1; id <= 9_100; id += 1) staleness.note(textOf(id), id);
  expect(staleness.changedAfter(50, 49)).toBe(true);
  expect(staleness.changedAfter(50, 50)).toBe(false);
  expect(staleness.changedAfter(200, 199)).toBe(false);
  expect(staleness.changedAfter(9_050, 9_049)).toBe(true);
  // To look all over at each change would cost more than it spares.
  expect(asked.length).toBeLessThan(4 * 9_100);
});
