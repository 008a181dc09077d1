import { expect, test } from 'vitest';
import type { Box } from '../../../shared/browser/drawing/box.ts';
import { type ChosenTool, createPen } from '../../../shared/browser/drawing/pen.ts';
import type { Anchor, Drawing, DrawingTool } from '../../../shared/protocol/drawing.ts';
import { drawingLimits } from '../../../shared/protocol/drawing-limits.ts';

const anchor = (node: number) => ({ documentId: 'AAAAAAAAAAAAAAAAAAAAAA', frame: 0, node });
/** A button in a page, and nothing beyond the page. */
const boxes = new Map<number, Box>([
  [9, { left: 100, top: 100, width: 100, height: 40 }],
  [1, { left: 0, top: 0, width: 1_000, height: 1_000 }],
]);

function open(tool: DrawingTool, text = '') {
  const sent: Drawing[] = [];
  const clock = { now: 0 };
  let id = 0;
  const pen = createPen({
    anchorsAt: ({ x, y }) =>
      [...boxes]
        .filter(([, { left, top, width, height }]) => x >= left && y >= top && x < left + width && y < top + height)
        .map(([node, box]) => ({ on: anchor(node), box })),
    boxOf: (on: Anchor) => ('node' in on ? (boxes.get(on.node) ?? null) : null),
    send: (what) => void sent.push(what),
    nextId: () => (id += 1),
    now: () => clock.now,
  });
  const chosen: ChosenTool = { tool, text };
  return {
    sent,
    clock,
    pen,
    down: (x: number, y: number) => pen.down(chosen, { x, y }),
    move: (x: number, y: number) => pen.move(chosen, { x, y }),
    puts: () => sent.filter((what) => what.type === 'drawing.put'),
  };
}

test('a pen says its stroke while it is drawn, a few times a second, and the whole of it at the end', () => {
  const { down, move, pen, clock, sent } = open('pen');
  down(300, 300);
  for (let at = 1; at <= 100; at += 1) {
    clock.now = at * 10;
    move(300 + at * 5, 300);
  }
  pen.up();
  const more = sent.filter(({ type }) => type === 'drawing.more');
  expect(more.length).toBeGreaterThan(15);
  expect(more.length).toBeLessThanOrEqual(20);
  const last = sent.at(-1);
  expect(last?.type === 'drawing.put' && last.points.length).toBe(101);
  expect(new Set(sent.map((what) => 'id' in what && what.id)).size).toBe(1);
});

test('[D3] a rectangle around the button is anchored to the button, wherever it began', () => {
  const { down, move, pen, puts } = open('rectangle');
  down(95, 95);
  move(150, 120);
  move(205, 145);
  pen.up();
  const last = puts().at(-1);
  expect(last?.on).toEqual(anchor(9));
  expect(last?.points).toEqual([
    [-0.05, -0.125],
    [1.05, 1.125],
  ]);
});

test('[D3] an arrow is anchored to what its tip points at', () => {
  const { down, move, pen, puts } = open('arrow');
  down(500, 500);
  move(150, 120);
  pen.up();
  expect(puts().at(-1)?.on).toEqual(anchor(9));
  expect(puts().at(-1)?.points[1]).toEqual([0.5, 0.5]);
});

test('a press draws no rectangle and no arrow; a highlight is the thing itself, a text the words', () => {
  for (const tool of ['rectangle', 'arrow'] as const) {
    const { down, pen, sent } = open(tool);
    down(150, 120);
    pen.up();
    expect(sent).toEqual([]);
  }
  const light = open('highlight');
  light.down(150, 120);
  expect(light.sent).toMatchObject([{ tool: 'highlight', on: anchor(9) }]);
  const words = open('text', '  Press this  ');
  words.down(150, 120);
  expect(words.sent).toMatchObject([{ tool: 'text', on: anchor(9), text: 'Press this' }]);
  const none = open('text', ' ');
  none.down(150, 120);
  expect(none.sent).toEqual([]);
});

test('the laser shines where the pointer is, a few times a second, and goes out when it leaves', () => {
  const { move, pen, clock, sent, down } = open('laser');
  for (let at = 0; at < 100; at += 1) {
    clock.now = at;
    move(110 + at / 2, 110);
  }
  down(150, 120);
  expect(sent).toHaveLength(2);
  pen.leave();
  pen.leave();
  expect(sent.slice(2)).toEqual([{ type: 'drawing.laser', spot: null }]);
});

test('nothing is drawn on nothing, and a stroke ends at its limit', () => {
  const off = open('pen');
  off.down(2_000, 2_000);
  off.move(2_010, 2_000);
  off.pen.up();
  expect(off.sent).toEqual([]);
  const long = open('pen');
  long.down(10, 10);
  for (let at = 1; at < 2 * drawingLimits.pointsPerStroke; at += 1) long.move(10 + (at % 2) * 50, 10 + (at % 400));
  long.pen.up();
  const last = long.puts().at(-1);
  expect(last?.points.length).toBe(drawingLimits.pointsPerStroke);
});
