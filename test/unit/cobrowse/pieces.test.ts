import { EventType, IncrementalSource, type eventWithTime } from '@rrweb/types';
import { expect, test } from 'vitest';
import { pieceCost } from '../../../shared/browser/cobrowse/sanitise/pieces.ts';
import { createSanitiser } from '../../../shared/browser/cobrowse/sanitise/sanitiser.ts';
import { createPlayerModel } from '../../support/player-model.ts';

const element = (id: number, tagName: string, childNodes: unknown[] = [], more: object = {}) => ({
  ...{ type: 2, id, tagName, attributes: {}, childNodes },
  ...more,
});
const text = (id: number) => ({ type: 3, id, textContent: 'x' });
const page = (inBody: unknown[]) => {
  const node = { type: 0, id: 1, childNodes: [element(2, 'html', [element(3, 'head'), element(4, 'body', inBody)])] };
  return { type: 2, timestamp: 0, data: { node, initialOffset: { top: 0, left: 0 } } };
};
const added = (...adds: object[]) => ({
  type: 3,
  timestamp: 0,
  data: { source: 0, texts: [], attributes: [], removes: [], adds },
});

function play(...raw: object[]) {
  const sanitiser = createSanitiser();
  const model = createPlayerModel();
  const pieces = raw.flatMap((one) => [...sanitiser.sanitise(one)]);
  for (const { event } of pieces) model.play(event);
  return { pieces, nodes: model.nodes() };
}
const addsOf = (event: eventWithTime) =>
  event.type === EventType.IncrementalSnapshot && event.data.source === IncrementalSource.Mutation
    ? event.data.adds
    : [];

test('what is in an added node is added with it', () => {
  const list = element(10, 'ul', [element(11, 'li', [text(12)]), element(13, 'li', [text(14)])]);
  const { pieces, nodes } = play(page([]), added({ parentId: 4, nextId: null, node: list }));
  const adds = pieces.flatMap(({ event }) => addsOf(event));
  expect(adds).toHaveLength(1);
  expect(JSON.stringify(adds[0]?.node)).toMatch(/"id":11.*"id":12.*"id":13.*"id":14/);
  expect(nodes.get(12)?.parent).toBe(11);
});

test('what is put beside a node in an added one comes after it, and where it should', () => {
  const list = element(10, 'ul', [element(11, 'li'), element(12, 'li')]);
  const between = { parentId: 10, nextId: 12, node: element(13, 'li') };
  const { pieces } = play(page([]), added({ parentId: 4, nextId: null, node: list }, between));
  expect(pieces.flatMap(({ event }) => addsOf(event)).map(({ nextId }) => nextId)).toEqual([null, 12]);
});

test('what lies in a shadow root says so, and a document in a frame comes by itself', () => {
  const shadow = element(11, 'b', [], { isShadow: true });
  const inner = { type: 0, id: 13, childNodes: [element(14, 'html', [element(15, 'body', [text(16)])])] };
  const box = element(10, 'div', [shadow, element(12, 'iframe', [inner]), text(17)], { isShadowHost: true });
  const { pieces, nodes } = play(page([]), added({ parentId: 4, nextId: null, node: box }));
  const adds = pieces.flatMap(({ event }) => addsOf(event));
  expect(adds.map(({ node }) => node.id)).toEqual([10, 13]);
  expect(nodes.get(11)?.shadow).toBe(true);
  expect([...nodes.keys()].toSorted((a, b) => a - b).slice(4)).toEqual([10, 11, 12, 13, 14, 15, 16, 17]);
});

test('a big page comes in pieces that are each soon done, few of whose nodes are alone', () => {
  const rows = Array.from({ length: 3_000 }, (_, at) =>
    element(10 + at * 3, 'p', [element(11 + at * 3, 'b', [text(12 + at * 3)])]),
  );
  const { pieces, nodes } = play(page(rows));
  expect(nodes.size).toBe(4 + 9_000);
  expect(pieces.length).toBeGreaterThan(8);
  for (const { cost } of pieces) expect(cost).toBeLessThanOrEqual(pieceCost);
  const adds = pieces.flatMap(({ event }) => addsOf(event));
  expect(adds.length).toBeLessThan(3_100);
});
