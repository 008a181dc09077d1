import { EventType, IncrementalSource, type eventWithTime } from '@rrweb/types';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { onlyScrolled, scrollEvents } from '../../../shared/browser/cobrowse/wire/scrolled.ts';
import { type Scrolled, scrollsAtOnce, scrollsSchema } from '../../../shared/protocol/peer.ts';

const texts: eventWithTime = {
  type: EventType.IncrementalSnapshot,
  timestamp: 0,
  data: { source: IncrementalSource.Mutation, texts: [], attributes: [], removes: [], adds: [] },
};
const many = (count: number) => Array.from({ length: count }, (_, at): Scrolled => [at + 1, 0, at]);

test('what only scrolls is told from what does more, or too much of it', () => {
  const scrolls: Scrolled[] = [
    [1, 0, 640],
    [7, 12.5, 0],
  ];
  expect(onlyScrolled(scrollEvents(scrolls))).toEqual(scrolls);
  expect(onlyScrolled([])).toBeNull();
  expect(onlyScrolled([...scrollEvents(scrolls), texts])).toBeNull();
  expect(onlyScrolled(scrollEvents(many(scrollsAtOnce)))).toHaveLength(scrollsAtOnce);
  expect(onlyScrolled(scrollEvents(many(scrollsAtOnce + 1)))).toBeNull();
});

test.each([[undefined], [NaN], [Infinity], ['640'], [null], [1e9], [-1e9], [1e8], [12.5], [-1e8]])(
  'a place that a page has made %s is in the head only when the head may say it',
  (place) => {
    const fits = scrollEvents([[1, 0, 640]]);
    const odd = scrollEvents([[2, 0, place as number]]);
    const may = v.is(scrollsSchema, [[2, 0, place]]);
    expect(onlyScrolled([...fits, ...odd]) !== null).toBe(may);
  },
);

test('a head says numbers within bounds, of a few nodes, and nothing else', () => {
  const isOne = (scrolls: unknown) => v.safeParse(scrollsSchema, scrolls).success;
  expect(isOne([[1, 0, 1e8]])).toBe(true);
  expect(isOne(many(scrollsAtOnce))).toBe(true);
  const bad = [[], many(scrollsAtOnce + 1), [[0, 0, 0]], [[-2, 0, 0]], [[2 ** 26, 0, 0]], [[1.5, 0, 0]], [[1, 0, 1e9]]];
  const worse = [
    [[1, 0, NaN]],
    [[1, Infinity, 0]],
    [[1, 0, '640']],
    [[1, 0]],
    [[1, 0, 0, 0]],
    [{ id: 1, x: 0, y: 0 }],
    1,
  ];
  for (const scrolls of [...bad, ...worse]) expect(isOne(scrolls)).toBe(false);
});
