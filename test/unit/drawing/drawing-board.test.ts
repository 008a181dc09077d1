import { expect, test } from 'vitest';
import { createDrawingBoard } from '../../../shared/browser/drawing/drawing-board.ts';
import type { Drawing } from '../../../shared/protocol/drawing.ts';
import { drawingLimits } from '../../../shared/protocol/drawing-limits.ts';

const documentId = 'AAAAAAAAAAAAAAAAAAAAAA';
const on = { documentId, frame: 0, node: 5 };
type Put = Extract<Drawing, { type: 'drawing.put' }>;
const put = (id: number, tool: Put['tool'] = 'pen', points: Put['points'] = [[0, 0]]): Drawing => ({
  type: 'drawing.put',
  id,
  tool,
  on,
  points,
  text: '',
});

function open() {
  const clock = { now: 0 };
  const board = createDrawingBoard(() => clock.now);
  return { clock, board, ids: () => board.all().map(({ by, id }) => `${by}:${id}`) };
}

test('[D6] everybody takes back only their own, and anybody clears all', () => {
  const { board, ids } = open();
  board.take(0, 'Jana', put(1));
  board.take(1, 'Anna', put(1));
  board.take(1, 'Anna', { type: 'drawing.undo', id: 7 });
  board.take(1, 'Anna', { type: 'drawing.undo', id: 1 });
  expect(ids()).toEqual(['0:1']);
  board.take(1, 'Anna', { type: 'drawing.clear' });
  expect(ids()).toEqual([]);
});

test('[D2] a stroke goes on for its own person only', () => {
  const { board } = open();
  board.take(0, 'Jana', put(1));
  board.take(1, 'Anna', { type: 'drawing.more', id: 1, points: [[1, 1]] });
  expect(board.all()[0]?.points).toEqual([[0, 0]]);
  board.take(0, 'Jana', { type: 'drawing.more', id: 1, points: [[1, 1]] });
  expect(board.all()[0]?.points).toEqual([
    [0, 0],
    [1, 1],
  ]);
});

test('[D5] one person has so many drawings and no more, and nobody pushes out those of another', () => {
  const { board } = open();
  board.take(0, 'Jana', put(1));
  for (let id = 1; id <= drawingLimits.alivePerPerson + 5; id += 1) board.take(1, 'Anna', put(id));
  expect(board.all().filter(({ by }) => by === 1)).toHaveLength(drawingLimits.alivePerPerson);
  expect(board.all().some(({ by, id }) => by === 1 && id === 5)).toBe(false);
  expect(board.all()[0]).toMatchObject({ by: 0, id: 1 });
});

test('[D5] a stroke has so many points and no more', () => {
  const { board } = open();
  board.take(0, 'Jana', put(1));
  for (let at = 0; at < 5; at += 1) {
    const points: Put['points'] = Array.from({ length: drawingLimits.pointsPerStroke / 2 }, () => [0.5, 0.5]);
    board.take(0, 'Jana', { type: 'drawing.more', id: 1, points });
  }
  expect(board.all()[0]?.points).toHaveLength(drawingLimits.pointsPerStroke);
});

test('ink vanishes by itself, but not while it is drawn; a pen stays', () => {
  const { board, clock, ids } = open();
  board.take(0, 'Jana', put(1, 'ink'));
  board.take(0, 'Jana', put(2, 'pen'));
  clock.now = drawingLimits.inkMs - 1;
  board.take(0, 'Jana', { type: 'drawing.more', id: 1, points: [[1, 1]] });
  clock.now += drawingLimits.inkMs - 1;
  expect(ids()).toEqual(['0:2', '0:1'].toSorted());
  clock.now += 1;
  expect(ids()).toEqual(['0:2']);
});

test('one highlight a person: the next takes its place', () => {
  const { board, ids } = open();
  board.take(0, 'Jana', put(1, 'highlight'));
  board.take(1, 'Anna', put(1, 'highlight'));
  board.take(0, 'Jana', put(2, 'highlight'));
  expect(ids()).toEqual(['1:1', '0:2']);
});

test('[D3] what lies on a document that has gone is gone', () => {
  const { board, ids } = open();
  board.take(0, 'Jana', put(1));
  board.take(0, 'Jana', { ...put(2), on: { ...on, documentId: 'BBBBBBBBBBBBBBBBBBBBBB' } } as Drawing);
  board.keep((anchor) => 'documentId' in anchor && anchor.documentId === documentId);
  expect(ids()).toEqual(['0:1']);
});
